package dev.kvitt.vipps.rules;

/**
 * The five states. All but {@link #CREATED} are final; there is no captured, refunded or cancelled state, those are
 * {@link EventName events}, and {@link Aggregate} tells about the money.
 */
public enum PaymentState {
    /** The customer has not acted yet. */
    CREATED,
    /** The customer approved. Stays so through capture, cancel and refund. */
    AUTHORIZED,
    /** The customer declined. */
    ABORTED,
    /** The customer did nothing in time. */
    EXPIRED,
    /** The merchant cancelled before the customer acted. */
    TERMINATED;

    public boolean isFinal() {
        return this != CREATED;
    }
}
