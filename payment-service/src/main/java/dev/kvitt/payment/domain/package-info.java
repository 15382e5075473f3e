/**
 * The payment saga: what to do about a sale, given all that is known of it. Pure: no framework, no clock, no id and no
 * random source in here.
 *
 * <p>An input is first folded into the facts (facts only ever grow, so their order does not matter), then
 * {@link dev.kvitt.payment.domain.Saga} decides from the facts alone.
 */
package dev.kvitt.payment.domain;
