package dev.kvitt.vipps.rules;

/** How a payment came to be approved. */
public enum Approval {
    /** By the customer, in the app. */
    IN_APP,
    /** By the test environment's force approve. */
    FORCED
}
