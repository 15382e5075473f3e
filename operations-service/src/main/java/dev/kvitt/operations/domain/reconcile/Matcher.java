package dev.kvitt.operations.domain.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads three streams side by side, each sorted by msn, reference and pspReference (by bytes), and hands out the differences of one
 * payment after the other. Holds one payment, and one entry a type of row that it does not know.
 */
public final class Matcher {
    private final Judge judge;
    private final Consumer<Finding> sink;
    private final BiPredicate<Group, List<Finding>> lookFirst;
    private final Predicate<Group> inScope;
    private final Map<List<String>, Finding> unknownTypes = new HashMap<>();

    /**
     * @param sink takes the findings
     * @param lookFirst takes a payment that asking Vipps could tell more of with what was found so far, to judge it later; false leaves it to be judged without
     * @param inScope whether a payment is of this run
     */
    public Matcher(
            Rules rules,
            Consumer<Finding> sink,
            BiPredicate<Group, List<Finding>> lookFirst,
            Predicate<Group> inScope) {
        this.judge = new Judge(rules);
        this.sink = sink;
        this.lookFirst = lookFirst;
        this.inScope = inScope;
    }

    /** @return how many items were read @throws IllegalArgumentException where a stream is not sorted, or names a payment twice */
    public long run(Iterator<OurPayment> ours, Iterator<VippsView> views, Iterator<ReportRow> report) {
        var payments = new Sorted<>(ours, (OurPayment one) -> new Sorted.Key(one.msn(), one.reference(), ""));
        var looks = new Sorted<>(views, (VippsView one) -> new Sorted.Key(one.msn(), one.reference(), ""));
        var rows =
                new Sorted<>(report, (ReportRow one) -> new Sorted.Key(one.msn(), one.reference(), one.pspReference()));
        while (!payments.isEmpty() || !looks.isEmpty() || !rows.isEmpty()) {
            Sorted.Key first = Stream.of(payments, looks, rows)
                    .filter(stream -> !stream.isEmpty())
                    .map(Sorted::key)
                    .min(Sorted::compare)
                    .orElseThrow();
            if (first.msn().isEmpty() || first.reference().isEmpty()) {
                loose(rows);
            } else {
                group(gather(first, payments, looks, rows));
            }
        }
        unknownTypes.values().forEach(sink);
        return payments.count() + looks.count() + rows.count();
    }

    private static Group gather(
            Sorted.Key first, Sorted<OurPayment> payments, Sorted<VippsView> looks, Sorted<ReportRow> rows) {
        Optional<OurPayment> ours = payments.isAt(first) ? Optional.of(payments.take()) : Optional.empty();
        Optional<VippsView> view = looks.isAt(first) ? Optional.of(looks.take()) : Optional.empty();
        if (payments.isAt(first) || looks.isAt(first)) {
            throw new IllegalArgumentException("a payment comes twice: " + first);
        }
        List<ReportRow> booked = new ArrayList<>();
        while (rows.isAt(first)) {
            booked.add(rows.take());
        }
        return new Group(first.msn(), first.reference(), ours, view, booked);
    }

    private void group(Group group) {
        if (!inScope.test(group)) {
            return;
        }
        group.rows().forEach(this::typed);
        List<Finding> findings = judge.of(group);
        if (!judge.deservesLook(group, findings) || !lookFirst.test(group, findings)) {
            findings.forEach(sink);
        }
    }

    /** Rows of no payment, or of none of our sales units. Rows of one pspReference follow each other; there are never many. */
    private void loose(Sorted<ReportRow> rows) {
        Sorted.Key key = rows.key();
        List<ReportRow> same = new ArrayList<>();
        do {
            same.add(rows.take());
        } while (!key.pspReference().isEmpty() && !rows.isEmpty() && rows.key().equals(key));
        Group group = new Group(key.msn(), key.reference(), Optional.empty(), Optional.empty(), same);
        if (inScope.test(group)) {
            same.forEach(this::typed);
            judge.loose(group).forEach(sink);
        }
    }

    private void typed(ReportRow row) {
        if (row.kind() == EntryKind.UNKNOWN) {
            unknownTypes.merge(List.of(row.msn(), row.type(), row.currency()), unknown(row), Matcher::sum);
        }
    }

    private static Finding unknown(ReportRow row) {
        return new Finding(
                FindingKind.UNKNOWN_ENTRY_TYPE,
                row.msn(),
                "",
                row.type(),
                "",
                row.currency(),
                OptionalLong.empty(),
                OptionalLong.of(row.amount()),
                row.time());
    }

    private static Finding sum(Finding one, Finding other) {
        return new Finding(
                one.kind(),
                one.msn(),
                "",
                one.reference(),
                "",
                one.currency(),
                OptionalLong.empty(),
                OptionalLong.of(one.found().orElse(0) + other.found().orElse(0)),
                one.at().isBefore(other.at()) ? one.at() : other.at());
    }
}
