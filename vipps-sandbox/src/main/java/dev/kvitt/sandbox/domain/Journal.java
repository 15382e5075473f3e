package dev.kvitt.sandbox.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/** What was asked of the sandbox and what it told others, in order; the oldest entries are dropped beyond the limit. */
@ApplicationScoped
public class Journal {

    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final int limit;
    private long last;

    public Journal(SandboxConfig config) {
        this.limit = config.journalLimit();
    }

    /** @param entry makes the entry with its number */
    public synchronized void add(LongFunction<JournalEntry> entry) {
        last++;
        entries.addLast(entry.apply(last));
        if (entries.size() > limit) {
            entries.removeFirst();
        }
    }

    /**
     * @param since number after which to read; 0 = from the oldest
     * @param max how many at most, the oldest of them
     */
    public synchronized List<JournalEntry> read(long since, int max, Predicate<JournalEntry> wanted) {
        long skip =
                entries.isEmpty() ? 0 : Math.max(0, since - entries.getFirst().seq() + 1);
        return entries.stream().skip(skip).filter(wanted).limit(max).toList();
    }

    /** Number of the newest entry; 0 = none yet. */
    public synchronized long last() {
        return last;
    }
}
