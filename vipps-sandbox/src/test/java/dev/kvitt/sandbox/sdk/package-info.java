/** Vipps MobilePay's npm SDK, run against the sandbox. */
package dev.kvitt.sandbox.sdk;
