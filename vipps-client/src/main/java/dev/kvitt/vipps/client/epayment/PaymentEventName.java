package dev.kvitt.vipps.client.epayment;

/** What an entry of the event log tells. */
public enum PaymentEventName {
    CREATED,
    AUTHORIZED,
    ABORTED,
    EXPIRED,
    TERMINATED,
    CAPTURED,
    CANCELLED,
    REFUNDED,
    /** An event this client does not know. */
    UNKNOWN;

    static PaymentEventName of(String text) {
        for (PaymentEventName name : values()) {
            if (name.name().equals(text)) {
                return name;
            }
        }
        return UNKNOWN;
    }
}
