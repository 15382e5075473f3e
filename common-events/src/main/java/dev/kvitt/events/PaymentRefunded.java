package dev.kvitt.events;

/**
 * Captured money was paid back. Told only from Vipps' aggregate.
 *
 * @param amount of this refund
 * @param requestId of the till that asked for it
 */
public record PaymentRefunded(
        SaleContext sale,
        int attempt,
        PaymentReference reference,
        Aggregate aggregate,
        Money amount,
        @MayBeAbsent String requestId,
        boolean done)
        implements PaymentEvent {}
