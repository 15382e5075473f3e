package dev.kvitt.events;

/**
 * No payment came about, and not because of the customer: Vipps or Kvitt refused.
 *
 * @param reference absent when nothing had been asked for
 */
public record PaymentFailed(SaleContext sale, int attempt, PaymentReference reference, Refusal refusal, boolean done)
        implements PaymentEvent {}
