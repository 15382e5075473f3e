package dev.kvitt.operations.domain.reconcile;

import static dev.kvitt.operations.domain.reconcile.FindingKind.CORRECTION_TO_EXPLAIN;
import static dev.kvitt.operations.domain.reconcile.FindingKind.CURRENCY_DIFFERS;
import static dev.kvitt.operations.domain.reconcile.FindingKind.DISPUTE_TO_EXPLAIN;
import static dev.kvitt.operations.domain.reconcile.FindingKind.DUPLICATE_ROW;
import static dev.kvitt.operations.domain.reconcile.FindingKind.FEE_WITHOUT_CAPTURE;
import static dev.kvitt.operations.domain.reconcile.FindingKind.PAYOUT_ABORTED;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What single rows of the report say, whosever the payment is. */
final class RowRules {
    private final Rules rules;

    RowRules(Rules rules) {
        this.rules = rules;
    }

    /** @return the captures and refunds, each once, of the payment's currency */
    List<MoneyFact> judge(Group group, Found found) {
        List<MoneyFact> booked = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        Map<String, Long> disputed = new LinkedHashMap<>();
        for (ReportRow row : group.rows()) {
            if (isRepeated(row, seen)) {
                found.add(DUPLICATE_ROW, row.name(), 0, row.amount());
                continue;
            }
            switch (row.kind()) {
                case CAPTURE -> book(Movement.CAPTURE, row, row.amount(), booked, found);
                case REFUND -> book(Movement.REFUND, row, -row.amount(), booked, found);
                case DISPUTE -> disputed.merge(row.name(), row.amount(), Long::sum);
                case CORRECTION -> one(CORRECTION_TO_EXPLAIN, row, found);
                case PAYOUT_ABORTED -> one(PAYOUT_ABORTED, row, found);
                case CAPTURE_FEE, FEES_RETAINED, PAYOUT, OTHER, UNKNOWN -> {}
            }
        }
        disputed.forEach((psp, net) -> {
            if (net != 0) {
                found.add(DISPUTE_TO_EXPLAIN, psp, 0, net);
            }
        });
        return booked;
    }

    /** Fees name their capture by its pspReference. */
    void fees(Group group, List<MoneyFact> known, boolean sumsOnly, Found found) {
        Set<String> captures = new HashSet<>();
        known.stream()
                .filter(fact -> fact.movement() == Movement.CAPTURE)
                .forEach(fact -> captures.add(fact.pspReference()));
        group.rows().stream()
                .filter(row -> row.kind() == EntryKind.CAPTURE)
                .forEach(row -> captures.add(row.pspReference()));
        for (ReportRow row : group.rows()) {
            boolean homeless = row.kind() == EntryKind.CAPTURE_FEE && !captures.contains(row.pspReference());
            if (homeless && !sumsOnly && rules.isDueInReport(group.msn(), row.time())) {
                one(FEE_WITHOUT_CAPTURE, row, found);
            }
        }
    }

    private static void book(Movement movement, ReportRow row, long amount, List<MoneyFact> booked, Found found) {
        if (!row.currency().equals(found.currency())) {
            found.add(CURRENCY_DIFFERS, row.name(), OptionalLong.empty(), OptionalLong.of(row.amount()));
        }
        booked.add(new MoneyFact(movement, row.name(), amount, row.time()));
    }

    private static void one(FindingKind kind, ReportRow row, Found found) {
        found.add(kind, row.name(), 0, row.amount());
    }

    /** A capture may have several fees, so only a fee's exact copy is a repetition. */
    private static boolean isRepeated(ReportRow row, Set<Object> seen) {
        if (row.pspReference().isEmpty()) {
            return false;
        }
        return switch (row.kind()) {
            case CAPTURE, REFUND, PAYOUT -> !seen.add(List.of(row.kind(), row.ledger(), row.pspReference()));
            case CAPTURE_FEE ->
                row.before().isPresent()
                        && !seen.add(List.of(
                                row.kind(), row.pspReference(), row.amount(), row.time(), row.before(), row.after()));
            default -> false;
        };
    }
}
