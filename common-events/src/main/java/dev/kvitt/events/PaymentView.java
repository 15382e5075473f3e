package dev.kvitt.events;

import java.time.Instant;

/**
 * A payment as Vipps shows it.
 *
 * @param amount what was asked for
 * @param pspReference of the payment's creation
 * @param captureGuaranteedUntil absent until authorized, and not always given
 */
public record PaymentView(
        PaymentState state,
        Money amount,
        Aggregate aggregate,
        String pspReference,
        @MayBeAbsent Instant captureGuaranteedUntil) {}
