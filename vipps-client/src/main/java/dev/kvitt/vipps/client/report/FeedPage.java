package dev.kvitt.vipps.client.report;

import java.util.List;
import java.util.Objects;

/**
 * Some rows of the endless list.
 *
 * @param entries the rows, up to Vipps' page size; may be none
 * @param next the place after them; the same again at the end of the list
 * @param tryLater whether this is the end so far: wait, a second at the very least, before asking again
 */
public record FeedPage(List<LedgerEntry> entries, Cursor next, boolean tryLater) {
    public FeedPage {
        entries = List.copyOf(entries);
        Objects.requireNonNull(next, "next");
    }
}
