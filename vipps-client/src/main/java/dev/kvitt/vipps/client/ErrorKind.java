package dev.kvitt.vipps.client;

/** What sort of no an error is, which is what a program can act on where it does not know the code. */
public enum ErrorKind {
    /** The request breaks a rule of the API: a bug of ours or bad input. The same request never succeeds; do not repeat it. */
    MALFORMED,
    /** The customer must give something else, scan again, or pay otherwise. */
    CUSTOMER,
    /** The keys were not accepted and the operation not looked at. It may be repeated under its key once the keys are right. */
    CREDENTIALS,
    /** The sales unit's agreement with Vipps does not cover it. Only the merchant and Vipps can change that. */
    NOT_ALLOWED,
    /** There is no such thing at this sales unit. */
    NOT_FOUND,
    /** The reference, the id or the idempotency key was used before. An earlier try may have succeeded: read what is there. */
    CONFLICT,
    /** The payment's state, sums or age do not allow it. Read the payment before anything else. */
    STATE,
    /** Not now. The same request is repeated later, with the same key and body. */
    WAIT,
    /** Vipps says that it failed itself. */
    VIPPS,
    /** The answer does not tell whether it was done. */
    UNKNOWN,
    /** Force approve in the test environment. */
    TEST,
    /** A code or status this client does not know; it appeared after this client was made. */
    OTHER
}
