package dev.kvitt.operations.domain.reconcile;

/** What the types of rows come to. Types may appear without notice. */
enum EntryKind {
    CAPTURE,
    REFUND,
    /** Of one capture. */
    CAPTURE_FEE,
    FEES_RETAINED,
    PAYOUT,
    PAYOUT_ABORTED,
    DISPUTE,
    CORRECTION,
    /** Known, explained by itself, and in the balance. */
    OTHER,
    UNKNOWN;

    static EntryKind of(String type) {
        return switch (type) {
            case "capture" -> CAPTURE;
            case "refund" -> REFUND;
            case "capture-fee" -> CAPTURE_FEE;
            case "fees-retained" -> FEES_RETAINED;
            case "payout-scheduled", "scheduled-for-payout" -> PAYOUT;
            case "payout-aborted" -> PAYOUT_ABORTED;
            case "retained-disputed-capture", "returned-disputed-capture" -> DISPUTE;
            case "correction" -> CORRECTION;
            case "top-up", "credit-note", "fees-invoiced", "service-fee" -> OTHER;
            default -> UNKNOWN;
        };
    }
}
