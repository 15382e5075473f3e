/**
 * Typed, blocking client of the Vipps MobilePay APIs.
 *
 * <p>Start at {@link dev.kvitt.vipps.client.VippsClient}. Every call answers with an {@link dev.kvitt.vipps.client.Outcome} and throws for
 * nothing that Vipps or the network does. Requests are types that cannot be built with values Vipps' published schema rejects. The package
 * {@code http} is the inside of the client and not for use from elsewhere.
 */
package dev.kvitt.vipps.client;
