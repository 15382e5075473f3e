package dev.kvitt.sandbox.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A named map of immutable records that survives a restart. Every change is written before anybody can see it; changes
 * made within {@link StateLog#together} are written as one. Within such a group {@link #get}, {@link #contains} and the
 * changes see what the group has done so far, everything else (and every other thread) sees the state before it.
 *
 * <p>Safe for any threads. Values are records of what Jackson writes: texts, numbers, times, enums, lists, maps,
 * optionals, records, and sealed interfaces of records. What {@link #get} gives is read from that JSON.
 *
 * @param <K> has equals and hashCode; a text, number, UUID or record of those
 * @param <V> a record
 */
public final class Shelf<K, V> {

    /** Hears of each change when it has been written, in order, and of every value when a saved state is read. */
    @FunctionalInterface
    public interface Watcher<K, V> {

        /** Called while nothing else can change: must neither wait nor change shelves. */
        void changed(K key, Optional<V> before, Optional<V> after);
    }

    /** About what a line has around its value: the names, and the key. */
    static final int AROUND_A_VALUE_BYTES = 100;

    private final ShelfName name;
    private final StateLog log;
    private final Class<K> keyType;
    private final Holding<K, V> holding;
    private final List<Watcher<K, V>> watchers = new ArrayList<>();
    /** What the group under way has read. Only touched by the thread that may change the state, as the next. */
    private final Map<K, Optional<V>> seen = new HashMap<>();
    /** What the group under way has changed. */
    private final Map<K, Optional<V>> staged = new LinkedHashMap<>();

    Shelf(ShelfName name, StateLog log, Class<K> keyType, Holding<K, V> holding) {
        this.name = name;
        this.log = log;
        this.keyType = keyType;
        this.holding = holding;
    }

    /** Keeps secondary indexes in step; to be called where the shelf is made. */
    public void watch(Watcher<K, V> watcher) {
        watchers.add(watcher);
    }

    public Optional<V> get(K key) {
        if (!log.isChanging()) {
            return Optional.ofNullable(holding.get(key));
        }
        Optional<V> own = staged.get(key);
        return own == null ? before(key) : own;
    }

    public boolean contains(K key) {
        Optional<V> own = log.isChanging() ? staged.get(key) : null;
        return own == null ? holding.contains(key) : own.isPresent();
    }

    public void put(K key, V value) {
        stage(key, Optional.of(value));
    }

    /** @return whether it was put; false = there is one already, and it stays */
    public boolean putIfAbsent(K key, V value) {
        return log.together(() -> {
            boolean free = !contains(key);
            if (free) {
                put(key, value);
            }
            return free;
        });
    }

    /**
     * Reads and changes a value while nobody else changes it.
     *
     * @param next from what is there to what shall be there; empty = nothing
     */
    public Optional<V> change(K key, UnaryOperator<Optional<V>> next) {
        return log.together(() -> {
            Optional<V> after = next.apply(get(key));
            stage(key, after);
            return after;
        });
    }

    /** @return what was removed */
    public Optional<V> remove(K key) {
        return log.together(() -> {
            Optional<V> before = get(key);
            if (before.isPresent()) {
                stage(key, Optional.empty());
            }
            return before;
        });
    }

    /** In the order in which they first came; of packed shelves in no order. */
    public Stream<V> values() {
        List<V> all = new ArrayList<>();
        holding.each((key, value) -> all.add(value));
        return all.stream();
    }

    /** Reads all values one after the other without holding them all in memory. */
    public void each(BiConsumer<K, V> reader) {
        holding.each(reader);
    }

    public int size() {
        return holding.size();
    }

    ShelfName name() {
        return name;
    }

    /** As it was before the group. */
    private Optional<V> before(K key) {
        log.touched(this);
        return seen.computeIfAbsent(key, wanted -> Optional.ofNullable(holding.get(wanted)));
    }

    private void stage(K key, Optional<V> value) {
        log.together(() -> {
            log.requireOpen();
            staged.put(key, value);
            log.touched(this);
            return null;
        });
    }

    /** What its records take when they are written anew. */
    long bytes() {
        return holding.bytes() + (long) holding.size() * AROUND_A_VALUE_BYTES;
    }

    /**
     * The staged changes as they are written.
     *
     * @param whole each by itself, so that what it changed need not be known
     */
    List<Change> changes(boolean whole) {
        List<Change> changes = new ArrayList<>();
        staged.forEach((key, value) -> changes.add(change(key, value, whole)));
        return changes;
    }

    private Change change(K key, Optional<V> value, boolean whole) {
        byte[] keyJson = StateJson.bytes(key);
        if (value.isEmpty()) {
            return Change.removed(name, keyJson);
        }
        Change change = Change.whole(name, keyJson, StateJson.bytes(value.get()));
        byte[] before = whole || change.value().length < Change.WORTH_A_PATCH_BYTES ? null : holding.json(key);
        return before == null ? change : change.after(before);
    }

    void forgetStaged() {
        seen.clear();
        staged.clear();
    }

    /** Makes the staged changes seen. */
    void apply(List<Change> changes) {
        int next = 0;
        Map<K, Optional<V>> done = Map.copyOf(staged);
        for (K key : List.copyOf(staged.keySet())) {
            Optional<V> before = watchers.isEmpty() ? Optional.empty() : before(key);
            apply(key, changes.get(next).value());
            next++;
            watchers.forEach(watcher -> watcher.changed(key, before, done.get(key)));
        }
    }

    /** Takes over a change read from the file. */
    void restore(Change change) {
        K key = StateJson.read(change.key(), keyType);
        apply(key, change.on(() -> holding.json(key)).orElse(null));
    }

    void tellWatchers() {
        if (!watchers.isEmpty()) {
            holding.each((key, value) ->
                    watchers.forEach(watcher -> watcher.changed(key, Optional.empty(), Optional.of(value))));
        }
    }

    void eachChange(Consumer<Change> reader) {
        holding.eachJson((key, json) -> reader.accept(Change.whole(name, StateJson.bytes(key), json)));
    }

    private void apply(K key, byte[] json) {
        if (json == null) {
            holding.remove(key);
        } else {
            holding.put(key, json);
        }
    }
}
