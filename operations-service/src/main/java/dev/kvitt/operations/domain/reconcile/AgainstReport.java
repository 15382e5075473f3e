package dev.kvitt.operations.domain.reconcile;

import static dev.kvitt.operations.domain.reconcile.FindingKind.CAPTURED_DIFFERS_IN_REPORT;
import static dev.kvitt.operations.domain.reconcile.FindingKind.CAPTURE_MISSING_IN_REPORT;
import static dev.kvitt.operations.domain.reconcile.FindingKind.FOREIGN_PAYMENT;
import static dev.kvitt.operations.domain.reconcile.FindingKind.REFUNDED_DIFFERS_IN_REPORT;
import static dev.kvitt.operations.domain.reconcile.FindingKind.REFUND_MISSING_IN_REPORT;
import static dev.kvitt.operations.domain.reconcile.FindingKind.REFUND_NOT_MATCHED;

import dev.kvitt.operations.domain.reconcile.Pairing.Side;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What is known of a payment's captures and refunds held against the report's rows. */
final class AgainstReport {
    private final Rules rules;

    AgainstReport(Rules rules) {
        this.rules = rules;
    }

    /**
     * @param facts what is known, from Vipps' own log where it was looked at, or else from our ledger
     * @param sums what is known in all
     * @param latest when the latest of a kind happened, as far as it is known
     * @param booked the report's captures and refunds, each once and in the payment's currency
     */
    void judge(
            Group group,
            List<MoneyFact> facts,
            Sums sums,
            Function<Movement, Instant> latest,
            List<MoneyFact> booked,
            Found found) {
        for (Movement movement : Movement.values()) {
            Pairing pairing = Pairing.of(Side.of(movement, facts, sums.of(movement)), Side.of(movement, booked));
            boolean capture = movement == Movement.CAPTURE;
            FindingKind differs = capture ? CAPTURED_DIFFERS_IN_REPORT : REFUNDED_DIFFERS_IN_REPORT;
            FindingKind missing = capture ? CAPTURE_MISSING_IN_REPORT : REFUND_MISSING_IN_REPORT;
            pairing.differing()
                    .forEach(pair -> found.add(
                            differs,
                            pair.left().pspReference(),
                            pair.left().amount(),
                            pair.right().amount()));
            pairing.onlyLeft().stream()
                    .filter(fact -> rules.isDueInReport(group.msn(), fact.at()))
                    .forEach(fact -> found.add(missing, fact.pspReference(), fact.amount(), 0));
            if (pairing.leftRest() > 0 && rules.isDueInReport(group.msn(), latest.apply(movement))) {
                found.add(missing, "", pairing.leftRest(), 0);
            }
            pairing.onlyRight().stream()
                    .filter(fact -> rules.isDueHere(fact.at()) && !isKnownHere(group, fact))
                    .forEach(fact ->
                            found.add(AgainstVipps.unknownHere(movement), fact.pspReference(), 0, fact.amount()));
        }
    }

    /** Rows of a payment that is not ours. */
    void foreign(Group group, List<MoneyFact> booked, Found found) {
        List<MoneyFact> due =
                booked.stream().filter(fact -> rules.isDueHere(fact.at())).toList();
        if (rules.shared().contains(group.msn()) || due.isEmpty()) {
            return;
        }
        boolean captured = booked.stream().anyMatch(fact -> fact.movement() == Movement.CAPTURE);
        if (captured) {
            long sum = due.stream()
                    .filter(fact -> fact.movement() == Movement.CAPTURE)
                    .mapToLong(MoneyFact::amount)
                    .sum();
            found.add(FOREIGN_PAYMENT, "", 0, sum);
        } else {
            due.forEach(fact -> found.add(REFUND_NOT_MATCHED, fact.pspReference(), 0, fact.amount()));
        }
    }

    /** Rows of one of our sales units under no reference: each is told of by itself. */
    void withoutReference(Group group, List<MoneyFact> booked, Found found) {
        if (rules.shared().contains(group.msn())) {
            return;
        }
        for (MoneyFact fact : booked) {
            FindingKind kind = fact.movement() == Movement.CAPTURE ? FOREIGN_PAYMENT : REFUND_NOT_MATCHED;
            found.add(kind, fact.pspReference(), 0, fact.amount());
        }
    }

    private static boolean isKnownHere(Group group, MoneyFact fact) {
        return group.ours().stream()
                .flatMap(ours -> ours.facts().stream())
                .anyMatch(known ->
                        known.pspReference().equals(fact.pspReference()) && known.movement() == fact.movement());
    }
}
