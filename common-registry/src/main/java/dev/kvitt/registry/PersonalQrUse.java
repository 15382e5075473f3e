package dev.kvitt.registry;

/** What is done with the code that a customer shows in their app. */
public enum PersonalQrUse {
    /** Vipps gets it with the payment request as it was scanned. */
    PAY,
    /** It is exchanged for the customer's phone number first, and they are asked by that. */
    EXCHANGE
}
