package dev.kvitt.vipps.client.report;

/**
 * What a row of a ledger stands for. New types may appear at any time without notice: what always holds is that the amount is signed and
 * says what happened to the balance.
 *
 * @param value for example {@code capture}
 */
public record EntryType(String value) {
    /** A customer paid. */
    public static final EntryType CAPTURE = new EntryType("capture");
    /** A customer got money back. */
    public static final EntryType REFUND = new EntryType("refund");
    /** Fees were taken out of the funds; on the side of the fees, the same with the other sign. */
    public static final EntryType FEES_RETAINED = new EntryType("fees-retained");
    /** Fees were put on an invoice. */
    public static final EntryType FEES_INVOICED = new EntryType("fees-invoiced");
    /** A payout is on its way, which is not yet at the bank. The last row of its date. */
    public static final EntryType PAYOUT_SCHEDULED = new EntryType("payout-scheduled");
    /** The same by its name of 2023. */
    public static final EntryType SCHEDULED_FOR_PAYOUT = new EntryType("scheduled-for-payout");
    /** A payout did not come through. */
    public static final EntryType PAYOUT_ABORTED = new EntryType("payout-aborted");
    /** The customer's bank disputed a capture. */
    public static final EntryType RETAINED_DISPUTED_CAPTURE = new EntryType("retained-disputed-capture");
    /** The merchant won the dispute. */
    public static final EntryType RETURNED_DISPUTED_CAPTURE = new EntryType("returned-disputed-capture");
    /** Vipps mended a mistake. */
    public static final EntryType CORRECTION = new EntryType("correction");
    /** The merchant paid in. */
    public static final EntryType TOP_UP = new EntryType("top-up");
    /** An invoice was taken back. */
    public static final EntryType CREDIT_NOTE = new EntryType("credit-note");
    /** The fee of a capture, by the same {@code pspReference}; there may be several. */
    public static final EntryType CAPTURE_FEE = new EntryType("capture-fee");
    /** A fee of no single capture. */
    public static final EntryType SERVICE_FEE = new EntryType("service-fee");

    public EntryType {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the type of a ledger's row is not empty");
        }
    }

    /** Whether money goes to the merchant's bank, by the new name or the old. */
    public boolean isPayout() {
        return equals(PAYOUT_SCHEDULED) || equals(SCHEDULED_FOR_PAYOUT);
    }

    @Override
    public String toString() {
        return value;
    }
}
