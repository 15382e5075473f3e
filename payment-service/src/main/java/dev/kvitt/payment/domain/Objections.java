package dev.kvitt.payment.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.Refusal;
import java.util.Optional;

/** What can be said against a confirmed amount from what was agreed alone, whatever the customer does. */
final class Objections {

    private Objections() {}

    static Optional<Refusal> to(Money amount, Terms terms) {
        if (amount.currency() != terms.currency()) {
            return Optional.of(Refusals.OTHER_CURRENCY);
        }
        if (amount.isZero()) {
            return Optional.of(Refusals.NOTHING_CONFIRMED);
        }
        if (amount.moreThan(terms.amount())) {
            return Optional.of(Refusals.MORE_THAN_RESERVED);
        }
        if (amount.equals(terms.amount())) {
            return Optional.empty();
        }
        return terms.receiptWay() != ReceiptWay.AFTER_CAPTURE
                ? Optional.of(Refusals.RECEIPT_IS_FIXED)
                : terms.partialCapture() ? Optional.empty() : Optional.of(Refusals.FULL_CAPTURE_ONLY);
    }
}
