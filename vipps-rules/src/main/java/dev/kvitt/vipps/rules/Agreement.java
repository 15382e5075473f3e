package dev.kvitt.vipps.rules;

/** What a sales unit may do besides the ordinary, or may lack. */
public enum Agreement {
    /** PUSH_MESSAGE; otherwise 5080. */
    PUSH_MESSAGE,
    /** Capturing less than was reserved; otherwise 6140. */
    PARTIAL_CAPTURE,
    /** {@code expiresAt}; otherwise 5050. */
    LONG_LIVING,
    /** {@code shipping}; otherwise 5020. */
    EXPRESS,
    /** The scope {@code nin}; otherwise 5030. */
    NATIONAL_IDENTITY,
    /** CARD, which the test environment never has; otherwise 4160. */
    CARD,
    /** Capturing for 180 days outside Norway, instead of 14. */
    LATE_CAPTURE,
    /** Paying back; otherwise 5100. */
    REFUND,
    /** A bank account that Vipps has verified; otherwise nothing can be created: 5060. */
    BANK_ACCOUNT
}
