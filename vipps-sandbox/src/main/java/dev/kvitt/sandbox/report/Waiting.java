package dev.kvitt.sandbox.report;

import java.time.Instant;
import java.util.List;

/** Entries that are booked later. */
record Waiting(String ledgerId, Instant due, List<Entry> entries) {
    Waiting {
        entries = List.copyOf(entries);
    }
}
