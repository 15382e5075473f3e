package dev.kvitt.sandbox.report;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The rows of all ledgers, appended and never changed; the oldest are dropped beyond a limit. */
final class LedgerBook {

    private record SideOf(String ledgerId, Topic topic) {}

    private final Shelf<RowKey, LedgerRow> rows;
    private final Shelf<String, LedgerHead> heads;
    private final Map<SideOf, NavigableMap<LocalDate, Long>> firstOfDate = new ConcurrentHashMap<>();
    private final int limit;

    /** @param limit rows kept of each topic of each ledger */
    LedgerBook(StateLog state, int limit) {
        this.rows = state.packedShelf(ShelfName.of("ledger-rows"), RowKey.class, LedgerRow.class);
        this.heads = state.shelf(ShelfName.of("ledgers"), String.class, LedgerHead.class);
        this.limit = limit;
        rows.watch((key, before, after) -> after.ifPresentOrElse(
                row -> dates(key.ledgerId(), key.topic()).merge(row.ledgerDate(), key.number(), Math::min),
                () -> forget(key, before.orElseThrow().ledgerDate())));
    }

    void watch(Shelf.Watcher<String, LedgerHead> watcher) {
        heads.watch(watcher);
    }

    LedgerHead head(String ledgerId) {
        return heads.get(ledgerId).orElse(LedgerHead.EMPTY);
    }

    void put(String ledgerId, LedgerHead head) {
        heads.put(ledgerId, head);
    }

    /** Within a group of changes: adds a row, whose date is the one that is open. */
    void append(String ledgerId, Entry entry, LocalDate date) {
        LedgerHead head = head(ledgerId);
        Side side = head.side(entry.topic());
        LedgerRow row = LedgerRow.of(entry, date, side.balance());
        rows.put(new RowKey(ledgerId, entry.topic(), side.next()), row);
        Side after = side.after(row);
        if (after.next() - after.first() > limit) {
            rows.remove(new RowKey(ledgerId, entry.topic(), after.first()));
            after = after.from(after.first() + 1);
        }
        put(ledgerId, head.with(entry.topic(), after));
    }

    /**
     * Those that are there; a row that is being added at this moment is not yet.
     *
     * @param from number of the first
     */
    List<LedgerRow> rows(String ledgerId, Topic topic, long from, int most) {
        List<LedgerRow> found = new ArrayList<>();
        Optional<LedgerRow> next = rows.get(new RowKey(ledgerId, topic, from));
        while (next.isPresent() && found.size() < most) {
            found.add(next.get());
            next = rows.get(new RowKey(ledgerId, topic, from + found.size()));
        }
        return found;
    }

    /** Number of the date's first row, or of the first after it; empty if none follows. */
    Optional<Long> firstOn(String ledgerId, Topic topic, LocalDate date) {
        return Optional.ofNullable(dates(ledgerId, topic).ceilingEntry(date)).map(Map.Entry::getValue);
    }

    /** The oldest row was dropped. */
    private void forget(RowKey key, LocalDate date) {
        NavigableMap<LocalDate, Long> dates = dates(key.ledgerId(), key.topic());
        Map.Entry<LocalDate, Long> later = dates.higherEntry(date);
        long next = key.number() + 1;
        if (later != null && later.getValue() == next) {
            dates.remove(date);
        } else {
            dates.put(date, next);
        }
    }

    private NavigableMap<LocalDate, Long> dates(String ledgerId, Topic topic) {
        return firstOfDate.computeIfAbsent(new SideOf(ledgerId, topic), side -> new ConcurrentSkipListMap<>());
    }
}
