package dev.kvitt.sandbox.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of one ledger and topic by number: first those that were made up, then those that were booked. */
final class LedgerReader {

    private final Ledger ledger;
    private final Topic topic;
    private final LedgerBook book;

    LedgerReader(Ledger ledger, Topic topic, LedgerBook book) {
        this.ledger = ledger;
        this.topic = topic;
        this.book = book;
    }

    /** @param from number of the first; those that were dropped are passed over */
    Page feed(long from, int limit) {
        return page(from, Long.MAX_VALUE, limit);
    }

    /** @param from number of the first; before the date's first it is that */
    Page on(LocalDate date, long from, int limit) {
        boolean madeUp =
                ledger.madeUp().filter(rows -> !date.isAfter(rows.lastDate())).isPresent();
        long begin = madeUp ? madeUpOn(date) : bookedOn(date);
        long end = madeUp ? madeUpOn(date.plusDays(1)) : bookedOn(date.plusDays(1));
        return page(Math.max(from, begin), end, limit);
    }

    private Page page(long from, long end, int limit) {
        Side side = book.head(ledger.id()).side(topic);
        int most = (int) Math.clamp(end - from, 0L, (long) limit);
        List<LedgerRow> rows = new ArrayList<>(madeUp(from, most));
        long after = from + rows.size();
        if (rows.size() < most && after < side.next()) {
            long booked = Math.max(after, side.first());
            rows.addAll(book.rows(ledger.id(), topic, booked, most - rows.size()));
            after = booked + rows.size() - (after - from);
        }
        return new Page(rows, after, after < Math.min(end, side.next()));
    }

    private List<LedgerRow> madeUp(long from, int most) {
        return ledger.madeUp()
                .filter(madeUp -> from < madeUp.count(topic))
                .map(madeUp -> madeUp.rows(topic, from, most))
                .orElse(List.of());
    }

    /** Number of the date's first row, or where the rows after it begin. */
    private long madeUpOn(LocalDate date) {
        return ledger.madeUp().orElseThrow().firstOn(topic, date);
    }

    private long bookedOn(LocalDate date) {
        return book.firstOn(ledger.id(), topic, date)
                .orElseGet(() -> book.head(ledger.id()).side(topic).next());
    }

    /** Whether no row can come on the date any more. */
    boolean isClosed(LocalDate date, LedgerDates dates, Instant now) {
        LedgerHead head = book.head(ledger.id());
        boolean passed = head.openFrom().filter(date::isBefore).isPresent();
        boolean waits = head.closes().filter(closes -> !closes.isAfter(date)).isPresent();
        return passed || (!waits && !dates.end(date).isAfter(now));
    }
}
