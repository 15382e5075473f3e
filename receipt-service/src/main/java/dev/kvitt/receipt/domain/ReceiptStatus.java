package dev.kvitt.receipt.domain;

/** How far a receipt has come. */
public enum ReceiptStatus {
    /** Not yet known to be there. */
    WANTED,
    /** Vipps has it. */
    POSTED,
    /** There will be none unless a person mends it. */
    REJECTED
}
