package dev.kvitt.operations.domain.reconcile;

import java.time.Instant;

/** What is wrong with a payment whatever the report says. */
final class OursAlone {
    private final Rules rules;

    OursAlone(Rules rules) {
        this.rules = rules;
    }

    void judge(OurPayment ours, Sums truth, Found found) {
        if (truth.reserved() > 0 && isForgotten(ours)) {
            found.add(FindingKind.RESERVED_AND_FORGOTTEN, "", 0, truth.reserved());
        }
        boolean above =
                ours.saleDue().isPresent() && ours.saleKept() > ours.saleDue().getAsLong();
        if (above && ours.sums().captured() > 0) {
            found.add(FindingKind.CAPTURED_ABOVE_CONFIRMED, "", ours.saleDue().getAsLong(), ours.saleKept());
        }
        boolean taken = ours.sums().captured() > 0;
        if (ours.receiptOwed() && taken && rules.isOver(ours.latest(Movement.CAPTURE), rules.receiptGrace())) {
            found.add(FindingKind.RECEIPT_MISSING, "", ours.sums().captured(), 0);
        }
    }

    private boolean isForgotten(OurPayment ours) {
        Instant since = ours.authorizedAt().orElse(ours.createdAt());
        return rules.isOver(since, rules.forgottenAfter())
                || ours.captureGuaranteedUntil()
                        .filter(until -> until.isBefore(rules.now()))
                        .isPresent();
    }
}
