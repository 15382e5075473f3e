/** Calls out: the registrations at Vipps MobilePay and their upkeep. */
package dev.kvitt.gateway.vipps;
