package dev.kvitt.vipps.rules.create;

/** How the customer gets to the payment. */
public enum UserFlow {
    WEB_REDIRECT,
    PUSH_MESSAGE,
    QR,
    NATIVE_REDIRECT
}
