package dev.kvitt.sandbox.report;

import java.time.LocalDate;

/**
 * Rows that are not kept but made up anew whenever they are read, always the same.
 *
 * @param events captures and refunds in all, 1 to {@value #MOST_EVENTS}
 * @param days over which they are spread evenly, 1 to 3660
 * @param firstDate of the first of them
 * @param terms as they were agreed when the rows were made up: its sales units are the recipients
 */
public record MadeUp(long seed, int events, int days, LocalDate firstDate, Terms terms) {

    public static final int MOST_EVENTS = 10_000_000;

    /** Events on each day but perhaps the last ones. */
    int perDay() {
        return Math.ceilDiv(events, days);
    }

    /** Days that have any. */
    int busyDays() {
        return Math.ceilDiv(events, perDay());
    }

    int eventsOn(int day) {
        return Math.min(perDay(), events - day * perDay());
    }
}
