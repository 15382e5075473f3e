package dev.kvitt.events;

/** How the customer gets the order lines into the app: one receipt for a payment, which Vipps lets nobody change. */
public enum ReceiptWay {
    /** With the request. There is nothing left to post, and the amount cannot change any more. */
    AT_CREATE,
    /** Posted when the money is reserved; the capture waits for it a moment. */
    BEFORE_CAPTURE,
    /** Posted when the money is captured. */
    AFTER_CAPTURE
}
