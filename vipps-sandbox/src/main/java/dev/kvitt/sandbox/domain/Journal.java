package dev.kvitt.sandbox.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was asked of the sandbox and what it told others, in order; the oldest entries are dropped beyond the limit. */
@ApplicationScoped
public class Journal {

    /**
     * What was read.
     *
     * @param last number of the newest entry; 0 = none yet
     * @param dropped number of the newest entry that is no longer there; 0 = all are
     */
    public record Reading(long last, long dropped, List<JournalEntry> entries) {}

    private final Lock lock = new ReentrantLock();
    private final Condition longer = lock.newCondition();
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private final int limit;
    private long last;

    public Journal(SandboxConfig config) {
        this.limit = config.journalLimit();
    }

    /** @param entry makes the entry with its number */
    public void add(LongFunction<JournalEntry> entry) {
        lock.lock();
        try {
            last++;
            entries.addLast(entry.apply(last));
            if (entries.size() > limit) {
                entries.removeFirst();
            }
            longer.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * @param since number after which to read; 0 = from the oldest
     * @param max how many at most, the oldest of them
     * @param patience real time to wait for a first wanted entry, if there is none yet
     */
    public Reading read(long since, int max, Predicate<JournalEntry> wanted, Duration patience) {
        long left = patience.toNanos();
        long seen = since;
        lock.lock();
        try {
            List<JournalEntry> found = after(seen).filter(wanted).limit(max).toList();
            while (found.isEmpty() && left > 0) {
                seen = Math.max(since, last);
                left = longer.awaitNanos(left);
                found = after(seen).filter(wanted).limit(max).toList();
            }
            return new Reading(last, last - entries.size(), found);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The sandbox ends while somebody waits for its journal", e);
        } finally {
            lock.unlock();
        }
    }

    private Stream<JournalEntry> after(long since) {
        long skip =
                entries.isEmpty() ? 0 : Math.max(0, since - entries.getFirst().seq() + 1);
        return entries.stream().skip(skip);
    }
}
