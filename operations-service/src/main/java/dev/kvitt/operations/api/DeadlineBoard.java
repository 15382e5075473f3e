package dev.kvitt.operations.api;

import dev.kvitt.operations.Windows;
import dev.kvitt.operations.store.Deadline;
import dev.kvitt.operations.store.Deadlines;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The deadline board, page by page, for whoever asks. */
@Singleton
public class DeadlineBoard {

    private final Deadlines deadlines;
    private final Windows windows;
    private final InstantSource clock;

    DeadlineBoard(Deadlines deadlines, Windows windows, InstantSource clock) {
        this.deadlines = deadlines;
        this.windows = windows;
        this.clock = clock;
    }

    /**
     * One page, and what there is altogether.
     *
     * @param at when it was looked at
     * @param items the nearest first
     * @param next to ask for what follows, as {@code after}; null where nothing does
     */
    public record Found(Instant at, List<Deadline> items, String next, List<Deadline.Total> totals) {}

    /**
     * The board as it stands.
     *
     * @param msn only of this sales unit; null or blank for all
     * @param limit 1 to 500; null is 50
     * @param after where the page before ended; null or blank for the first
     */
    public Found read(String msn, Integer limit, String after) {
        var most = Asked.limit(limit);
        var now = clock.instant();
        var found = deadlines.read(windows.all(), now, Asked.text(msn), DeadlineCursors.of(after), most);
        var items = found.items().stream().limit(most).toList();
        var next = found.items().size() > most ? DeadlineCursors.text(items.getLast()) : null;
        return new Found(now, items, next, found.totals());
    }
}
