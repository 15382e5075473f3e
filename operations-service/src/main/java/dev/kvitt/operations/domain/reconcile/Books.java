package dev.kvitt.operations.domain.reconcile;

import dev.kvitt.operations.domain.reconcile.ReportRow.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Whether each ledger of the report adds up: every balance follows from the one before, every payout is what was due, and the fees taken off
 * the funds are those of the list of fees. Reads rows sorted by ledger, topic and position; holds one ledger's open days.
 */
public final class Books {
    private final Rules rules;
    private final Consumer<Finding> sink;
    private final Map<LocalDate, Long> retained = new HashMap<>();
    private ReportRow last;
    private long balance;

    public Books(Rules rules, Consumer<Finding> sink) {
        this.rules = rules;
        this.sink = sink;
    }

    /** @throws IllegalArgumentException where the rows are not sorted */
    public void run(Iterator<ReportRow> rows) {
        while (rows.hasNext()) {
            ReportRow row = rows.next();
            open(row);
            gap(row);
            if (row.topic() == Topic.FUNDS && row.kind() == EntryKind.PAYOUT && row.amount() != -balance) {
                sink.accept(finding(FindingKind.PAYOUT_DIFFERS, row, row.name(), balance, -row.amount()));
            }
            if (row.kind() == EntryKind.FEES_RETAINED) {
                retained.merge(row.date(), row.amount(), Books::sumOrNothing);
            }
            balance = row.after().orElse(balance + row.amount());
            last = row;
        }
        closeLedger();
    }

    /** A list that begins in the middle begins with the balance it states. */
    private void open(ReportRow row) {
        if (last != null && last.ledger().equals(row.ledger()) && last.topic() == row.topic()) {
            if (row.position() <= last.position()) {
                throw new IllegalArgumentException("not sorted: " + row.place() + " comes after " + last.place());
            }
            return;
        }
        if (last != null && !last.ledger().equals(row.ledger())) {
            closeLedger();
        }
        balance = row.before().orElse(0);
    }

    private void gap(ReportRow row) {
        boolean follows = row.before().orElse(balance) == balance;
        long next = row.before().orElse(balance) + row.amount();
        boolean adds = row.after().orElse(next) == next;
        if (!follows) {
            sink.accept(finding(
                    FindingKind.BALANCE_GAP,
                    row,
                    row.place(),
                    balance,
                    row.before().getAsLong()));
            balance = row.before().getAsLong();
        } else if (!adds) {
            sink.accept(finding(
                    FindingKind.BALANCE_GAP, row, row.place(), next, row.after().getAsLong()));
        }
    }

    private static Long sumOrNothing(Long one, Long other) {
        long sum = one + other;
        return sum == 0 ? null : sum;
    }

    /** A date counts once everything that is booked on it can have been read in both lists. */
    private void closeLedger() {
        Instant readTo = last == null ? null : rules.booksReadTo().get(last.ledger());
        if (readTo == null) {
            retained.clear();
            return;
        }
        LocalDate due = readTo.minus(rules.reportGrace())
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .minusDays(1);
        retained.forEach((date, difference) -> {
            if (difference != 0 && !date.isAfter(due)) {
                sink.accept(new Finding(
                        FindingKind.RETAINED_FEES_DIFFER,
                        "",
                        "",
                        last.ledger(),
                        date.toString(),
                        last.currency(),
                        OptionalLong.of(0),
                        OptionalLong.of(difference),
                        date.atStartOfDay(ZoneOffset.UTC).toInstant()));
            }
        });
        retained.clear();
    }

    private static Finding finding(FindingKind kind, ReportRow row, String name, long expected, long found) {
        return new Finding(
                kind,
                "",
                "",
                row.ledger(),
                name,
                row.currency(),
                OptionalLong.of(expected),
                OptionalLong.of(found),
                row.time());
    }
}
