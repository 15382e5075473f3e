package dev.kvitt.sandbox.report;

/** The entry types that the sandbox books by itself; on the dial any other can be booked. */
final class EntryTypes {

    static final String CAPTURE = "capture";
    static final String REFUND = "refund";
    static final String CAPTURE_FEE = "capture-fee";
    static final String FEES_RETAINED = "fees-retained";
    static final String FEES_INVOICED = "fees-invoiced";

    private EntryTypes() {}
}
