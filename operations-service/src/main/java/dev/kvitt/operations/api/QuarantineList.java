package dev.kvitt.operations.api;

import dev.kvitt.operations.store.QuarantineRows;
import dev.kvitt.operations.store.QuarantineRows.Quarantined;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The quarantine page by page, for programs and people alike. */
@Singleton
public class QuarantineList {

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final QuarantineRows rows;

    QuarantineList(QuarantineRows rows) {
        this.rows = rows;
    }

    /**
     * The latest first.
     *
     * @param after the next of an earlier answer; absent or empty for the first page
     * @param limit 1 to 500; those of one moment stand together, so an answer may have more
     */
    public Page<Quarantined> read(String after, int limit) {
        var before = Optional.ofNullable(Asked.time("after", after)).orElse(LATEST);
        var found = rows.list(before, Asked.limit(limit));
        return new Page<>(
                found, found.size() < limit ? null : found.getLast().at().toString());
    }
}
