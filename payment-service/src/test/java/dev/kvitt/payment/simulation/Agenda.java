package dev.kvitt.payment.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** The world's time, and what is to happen when. What is due at one moment happens in the order it was written down. */
final class Agenda {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private Instant now = START;
    private long written;
    private long happened;

    Instant now() {
        return now;
    }

    /** How much has happened so far. */
    long happened() {
        return happened;
    }

    void in(Duration time, Runnable what) {
        at(now.plus(time), what);
    }

    /** At once when the moment is past. */
    void at(Instant moment, Runnable what) {
        entries.add(new Entry(moment.isBefore(now) ? now : moment, written++, what));
    }

    /** @return false when nothing is left to happen */
    boolean next() {
        var entry = entries.poll();
        if (entry == null) {
            return false;
        }
        now = entry.at();
        happened++;
        entry.what().run();
        return true;
    }

    private record Entry(Instant at, long order, Runnable what) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            var byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
