package dev.kvitt.vipps.client.epayment;

/**
 * A payment's state. There is none for captured, cancelled or refunded money: that is told by the {@link Aggregate} only, and {@code
 * AUTHORIZED} stays for ever.
 */
public enum PaymentState {
    CREATED,
    AUTHORIZED,
    ABORTED,
    EXPIRED,
    TERMINATED,
    /** A state this client does not know. */
    UNKNOWN;

    static PaymentState of(String text) {
        for (PaymentState state : values()) {
            if (state.name().equals(text)) {
                return state;
            }
        }
        return UNKNOWN;
    }
}
