package dev.kvitt.vipps.client.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some of a ledger date's rows.
 *
 * @param entries the rows, up to Vipps' page size; a page may be empty though more follow
 * @param next where to go on, at once and whatever {@code tryLater} says; empty where these are the last so far
 * @param tryLater whether the date is still open and rows may follow: ask for it again after half an hour. It may stay open for weeks
 */
public record DatePage(List<LedgerEntry> entries, Optional<Cursor> next, boolean tryLater) {
    public DatePage {
        entries = List.copyOf(entries);
        Objects.requireNonNull(next, "next");
    }

    /** Whether the whole date has been read, and no row will follow. */
    public boolean isComplete() {
        return next.isEmpty() && !tryLater;
    }
}
