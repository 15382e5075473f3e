/**
 * One model of how Vipps MobilePay treats a payment: states, money, refusals and limits. No clock, no random source and no
 * framework inside: moments and ids come with each call, so that a local Vipps and a simulation share the same rules.
 */
package dev.kvitt.vipps.rules;
