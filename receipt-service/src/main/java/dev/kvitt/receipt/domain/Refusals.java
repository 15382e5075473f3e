package dev.kvitt.receipt.domain;

import dev.kvitt.events.ReceiptProblem;
import dev.kvitt.events.Refusal;

/** Kvitt's own reasons, beside those of Vipps. The payment is as it was in every case. */
public final class Refusals {

    private static final String MONEY = " The app shows no receipt of these lines. The payment is not affected.";

    public static final Refusal UNUSABLE_LINES = of(ReceiptProblem.UNUSABLE_LINES);

    public static final Refusal OTHER_RECEIPT = new Refusal(
            "other-receipt",
            "The payment has a receipt with other lines already, and Vipps lets nobody change one. The payment is not"
                    + " affected; give the customer a receipt by other means.",
            false);

    private Refusals() {}

    /** What Vipps would refuse and is therefore not sent. */
    public static Refusal of(ReceiptProblem problem) {
        return new Refusal(problem.code(), problem.sentence() + MONEY, false);
    }
}
