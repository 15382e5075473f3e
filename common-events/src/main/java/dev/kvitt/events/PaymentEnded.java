package dev.kvitt.events;

/**
 * The sale ended without payment and nothing is reserved.
 *
 * @param how who ended it
 * @param attempt 1 to 99, or 0 when no payment had been asked for yet
 * @param reference absent when no payment had been asked for yet
 * @param aggregate absent when there never was a payment
 */
public record PaymentEnded(
        SaleContext sale,
        How how,
        int attempt,
        @MayBeAbsent PaymentReference reference,
        @MayBeAbsent Aggregate aggregate)
        implements PaymentEvent {

    /** Who ended a sale without payment. */
    public enum How {
        /** The point of sale cancelled, and Vipps proved that nothing is held. */
        CANCELLED,
        /** The customer declined. */
        ABORTED,
        /** The customer did nothing in time. */
        EXPIRED
    }

    @Override
    public boolean done() {
        return true;
    }
}
