package dev.kvitt.operations.store;

import java.time.Instant;

/**
 * Which sales. Whatever is absent does not matter.
 *
 * @param text a sale id, a reference, or the beginning of either
 * @param phase one of {@link dev.kvitt.operations.domain.Phase#word}
 * @param from something was said about the sale at this time or later
 * @param to its first message is before this
 * @param min of what was asked for, in minor units
 * @param max of what was asked for, in minor units
 * @param limit how many, 1 to 500
 * @param after where the page before ended
 */
public record SaleQuery(
        String text,
        String msn,
        String shop,
        String till,
        String phase,
        Instant from,
        Instant to,
        Long min,
        Long max,
        int limit,
        Cursor after) {

    /** The last sale of a page. */
    public record Cursor(Instant lastAt, String key) {}
}
