package dev.kvitt.events;

/** Why Vipps MobilePay would refuse a receipt, with or without a payment. */
public enum ReceiptProblem {
    /** {@code total - totalExcludingTax} of a line is not its {@code tax}. */
    LINES_DO_NOT_ADD_UP("lines-do-not-add-up", "A line's total is not its total without tax and its tax together."),
    /** A line, the tip or another source of payment is in another currency than the money. */
    MIXED_CURRENCIES("mixed-currencies", "The receipt is not in the payment's currency."),
    /** A line without a name or id, or sums beyond any payment. */
    UNUSABLE_LINES("unusable-lines", "A line has a blank name or id, or the lines come to more than any payment.");

    private final String code;
    private final String sentence;

    ReceiptProblem(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** As in {@link Refusal#code()}. */
    public String code() {
        return code;
    }

    /** What is wrong, in English; what it means for the money is for the caller to add. */
    public String sentence() {
        return sentence;
    }
}
