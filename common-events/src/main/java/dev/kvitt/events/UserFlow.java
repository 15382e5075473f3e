package dev.kvitt.events;

/** How Vipps brings a payment request to the customer (ePayment API, {@code userFlow}). */
public enum UserFlow {
    PUSH_MESSAGE,
    WEB_REDIRECT,
    QR
}
