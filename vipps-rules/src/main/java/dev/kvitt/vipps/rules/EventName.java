package dev.kvitt.vipps.rules;

/** What can happen to a payment: the names in its event log and in webhook bodies. */
public enum EventName {
    CREATED,
    AUTHORIZED,
    ABORTED,
    EXPIRED,
    TERMINATED,
    CAPTURED,
    CANCELLED,
    REFUNDED
}
