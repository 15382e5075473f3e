package dev.kvitt.receipt.domain;

import dev.kvitt.events.Refusal;

/** Kvitt's own reasons, beside those of Vipps. The payment is as it was in every case. */
public final class Refusals {

    public static final Refusal LINES_DO_NOT_ADD_UP = new Refusal(
            "lines-do-not-add-up",
            "The lines' amounts do not add up, so the app shows no receipt. The payment is not affected.",
            false);

    public static final Refusal MIXED_CURRENCIES = new Refusal(
            "mixed-currencies",
            "The lines are not in the payment's currency, so the app shows no receipt. The payment is not affected.",
            false);

    public static final Refusal UNUSABLE_LINES = new Refusal(
            "unusable-lines",
            "Vipps cannot show lines like these, so the app shows no receipt. The payment is not affected.",
            false);

    public static final Refusal UNKNOWN_SALES_UNIT = new Refusal(
            "unknown-sales-unit",
            "This shop is not set up here, so the app shows no receipt. The payment is not affected.",
            false);

    public static final Refusal GIVEN_UP = new Refusal(
            "given-up", "Vipps took no receipt for days, so the app shows none. The payment is not affected.", false);

    private Refusals() {}
}
