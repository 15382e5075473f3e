/** How Vipps recognises a retry by its {@code Idempotency-Key}. */
package dev.kvitt.vipps.rules.idempotency;
