package dev.kvitt.events;

/**
 * No payment came about, and not because of the customer: Vipps or Kvitt refused.
 *
 * @param attempt 1 to 99, or 0 when nothing had been asked for
 * @param reference absent when nothing had been asked for
 */
public record PaymentFailed(
        SaleContext sale, int attempt, @MayBeAbsent PaymentReference reference, Refusal refusal, boolean done)
        implements PaymentEvent {}
