package dev.kvitt.operations.domain.reconcile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The differences that are told apart. Their codes are stable: alerts, programs and explanations name them. */
public enum FindingKind {
    CAPTURED_UNKNOWN_HERE(
            "Vipps took money of a customer that our ledger does not know of.",
            "Let Kvitt ask Vipps; if it was taken in Vipps' portal or by another system, say so, or refund it."),
    CAPTURED_UNKNOWN_AT_VIPPS(
            "Our ledger counts money as taken that Vipps did not take.",
            "Let Kvitt ask Vipps. Goods may have left without payment: tell the shop before its reservation ends."),
    REFUNDED_UNKNOWN_HERE(
            "Vipps gave money back that our ledger does not know of.",
            "Let Kvitt ask Vipps; if it was refunded in Vipps' portal, say by whom and why."),
    REFUNDED_UNKNOWN_AT_VIPPS(
            "Our ledger counts money as given back that Vipps did not give back.",
            "Let Kvitt ask Vipps. The customer still waits for the money: have the till ask for the refund again."),
    AUTHORIZED_DIFFERS(
            "Vipps and our ledger do not agree on what the customer approved.",
            "Let Kvitt ask Vipps; if it stays, send the sale's history to Vipps' support."),
    CANCELLED_DIFFERS(
            "Vipps and our ledger do not agree on what was released.",
            "Let Kvitt ask Vipps; if money is still reserved and not sold, release it."),
    CAPTURED_DIFFERS_AT_VIPPS(
            "One capture has another amount in Vipps' event log than in our ledger.",
            "Send both amounts and the pspReference to Vipps' support; correct the books by what Vipps took."),
    REFUNDED_DIFFERS_AT_VIPPS(
            "One refund has another amount in Vipps' event log than in our ledger.",
            "Send both amounts and the pspReference to Vipps' support; correct the books by what Vipps gave back."),
    PAYMENT_MISSING_AT_VIPPS(
            "Our ledger holds money of a payment that Vipps does not find under this sales unit.",
            "Check that the registry has the right keys for this sales unit, then send the reference to Vipps' support."),
    RESERVED_AND_FORGOTTEN(
            "A customer's money has been reserved for long, and nobody takes or releases it.",
            "Was it delivered? Have the till confirm the amount. If not, release it before the customer calls."),
    CAPTURED_ABOVE_CONFIRMED(
            "More was taken, and not given back, than the till confirmed or asked for: the customer may have paid twice.",
            "Refund the difference to the customer."),
    RECEIPT_MISSING(
            "Money was taken for a sale with order lines, and the customer's app shows no receipt.",
            "Have the receipt posted again; if Vipps rejects it, mend the till's order lines."),
    CAPTURE_MISSING_IN_REPORT(
            "Vipps took the money, and the report does not have it: it would be missing in the payout.",
            "Wait a day if Vipps reports a delay; then send the pspReference to Vipps' support."),
    REFUND_MISSING_IN_REPORT(
            "Vipps gave money back, and the report does not take it off: a later payout will be smaller.",
            "Wait a day if Vipps reports a delay; then send the pspReference to Vipps' support."),
    CAPTURED_DIFFERS_IN_REPORT(
            "One capture has another amount in the report than in our ledger.",
            "Look for a correction that mends it; if there is none, send both amounts to Vipps' support."),
    REFUNDED_DIFFERS_IN_REPORT(
            "One refund has another amount in the report than in our ledger.",
            "Look for a correction that mends it; if there is none, send both amounts to Vipps' support."),
    REFUND_NOT_MATCHED(
            "The report takes off a refund of a payment that neither we nor the report know as taken.",
            "Look for the reference in Vipps' portal: a payment of before the first report, or another system's."),
    FOREIGN_PAYMENT(
            "A payment was taken on our sales unit that Kvitt did not make.",
            "If another system sells on this sales unit, list it as shared; if none should, find who has its keys."),
    DUPLICATE_ROW(
            "The report has the same capture, refund or payout twice.",
            "Look for a correction that mends it; if there is none, tell Vipps' support: one of them is not due."),
    FEE_WITHOUT_CAPTURE(
            "Vipps took a fee for a capture that is in neither ledger.", "Ask Vipps' support what the fee is for."),
    CURRENCY_DIFFERS(
            "One payment has two currencies.",
            "Check the sales unit's currency in the registry (merchants check), then tell Vipps' support."),
    UNKNOWN_ENTRY_TYPE(
            "The report has rows of a type that this version does not know. Balances still hold.",
            "Read what Vipps writes about the type, explain it here, and upgrade Kvitt."),
    CORRECTION_TO_EXPLAIN(
            "Vipps mended a mistake in the report by a row of its own.",
            "Find what it mends (amount, reference) and write it down here."),
    DISPUTE_TO_EXPLAIN(
            "The customer's bank disputes a capture, and Vipps holds its money back.",
            "Send the receipt and proof of delivery to Vipps, and write down what came of it."),
    PAYOUT_ABORTED(
            "A payout did not reach the bank.",
            "Check the bank account in Vipps' portal; the money is due again and comes with a later payout."),
    BALANCE_GAP(
            "A row's balance does not follow from the row before: rows are missing, or Vipps has added wrongly.",
            "Compare with the report in Vipps' portal on that date; if it is there too, tell Vipps' support."),
    PAYOUT_DIFFERS(
            "A payout is not what was due.",
            "Compare the date's captures, refunds and fees with the bank's statement; tell Vipps' support."),
    RETAINED_FEES_DIFFER(
            "What was taken off the funds for fees is not what the list of fees says.",
            "Compare the date's fees in Vipps' portal; tell Vipps' support.");

    private final String meaning;
    private final String todo;

    FindingKind(String meaning, String todo) {
        this.meaning = meaning;
        this.todo = todo;
    }

    /** The stable name, such as {@code captured-unknown-here}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it means, for the money. */
    public String meaning() {
        return meaning;
    }

    /** What a person does next. */
    public String todo() {
        return todo;
    }

    /** Whether what Vipps says of the payment could explain it, or bring it to light. */
    public boolean isOfPayment() {
        return switch (this) {
            case RECEIPT_MISSING,
                    CAPTURED_ABOVE_CONFIRMED,
                    DUPLICATE_ROW,
                    FEE_WITHOUT_CAPTURE,
                    UNKNOWN_ENTRY_TYPE,
                    CORRECTION_TO_EXPLAIN,
                    DISPUTE_TO_EXPLAIN,
                    PAYOUT_ABORTED,
                    BALANCE_GAP,
                    PAYOUT_DIFFERS,
                    RETAINED_FEES_DIFFER -> false;
            default -> true;
        };
    }

    /** Whether it can be said only where the report was read: what is not there is missed. */
    public boolean isOfUnreadReport() {
        return switch (this) {
            case CAPTURE_MISSING_IN_REPORT, REFUND_MISSING_IN_REPORT, FEE_WITHOUT_CAPTURE -> true;
            default -> false;
        };
    }

    public static Optional<FindingKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
