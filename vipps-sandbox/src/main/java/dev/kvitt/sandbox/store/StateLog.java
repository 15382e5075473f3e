package dev.kvitt.sandbox.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * All shelves, and the file in which their changes are kept if there is one. Life: shelves are made (in constructors of
 * beans that exist at start), then {@link #read} is called once, then the state may be changed.
 *
 * <p>One group of changes happens at a time in the whole sandbox. Its line is handed to the operating system before any of
 * it can be seen, so that it survives the end of this process in whatever way (not a power cut: nothing is forced to
 * disk). A group that fails, or cannot be written, has changed nothing.
 */
public final class StateLog implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(StateLog.class);

    /** Priority of {@code @Startup} for beans that make shelves: before the saved state is read. */
    public static final int BEFORE_READING = 100;

    /** Priority of the observer that calls {@link #read}. */
    public static final int READING = 200;

    private final ReentrantLock changing = new ReentrantLock();
    private final Map<ShelfName, Shelf<?, ?>> shelves = new LinkedHashMap<>();
    private final Unclaimed unclaimed = new Unclaimed();
    private final Optional<StateFile> file;
    private final Optional<Compaction> compaction;
    /** Only touched by the thread that holds the lock. */
    private final Set<Shelf<?, ?>> touched = new LinkedHashSet<>();

    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean written;
    private volatile boolean read;

    private StateLog(Optional<StateFile> file) {
        this.file = file;
        this.compaction = file.map(open -> new Compaction(open, changing, this::eachChange));
    }

    /** State that ends with the process. */
    public static StateLog inMemory() {
        return new StateLog(Optional.empty());
    }

    /**
     * State that survives the process.
     *
     * @param path made when missing, with its folder
     * @throws StateFileException if it is in use, or not a state file
     */
    public static StateLog inFile(Path path) {
        return new StateLog(Optional.of(StateFile.open(path)));
    }

    /** A shelf whose values stay objects in memory: for what is few. */
    public <K, V> Shelf<K, V> shelf(ShelfName name, Class<K> keyType, Class<V> valueType) {
        return add(new Shelf<>(name, this, keyType, new OpenHolding<>(valueType)));
    }

    /** A shelf whose values are squeezed in memory: for what is many, or large. */
    public <K, V> Shelf<K, V> packedShelf(ShelfName name, Class<K> keyType, Class<V> valueType) {
        return add(new Shelf<>(name, this, keyType, new PackedHolding<>(valueType)));
    }

    /**
     * Puts the saved state onto the shelves and tells their watchers; from then on the state can be changed.
     *
     * @throws StateFileException if the file cannot be read
     */
    public void read() {
        if (read) {
            throw new IllegalStateException("The state is read once, at start");
        }
        file.ifPresent(open -> open.read(this::restore));
        unclaimed.tell();
        shelves.values().forEach(Shelf::tellWatchers);
        read = true;
        compaction.ifPresent(work -> work.atStart(liveBytes()));
    }

    /** Does something whose changes of shelves happen all or not at all; called within another group, it joins that. */
    public <T> T together(Supplier<T> work) {
        if (changing.isHeldByCurrentThread()) {
            return work.get();
        }
        if (!read) {
            throw new IllegalStateException("The state is not read yet: nothing may change before");
        }
        changing.lock();
        try {
            T result = work.get();
            commit();
            return result;
        } finally {
            touched.forEach(Shelf::forgetStaged);
            touched.clear();
            afterwards.clear();
            written = false;
            changing.unlock();
        }
    }

    /** Within a group: what to do once its changes are written, before any other group begins. Must neither wait nor
     * change shelves. */
    public void afterwards(Runnable action) {
        if (!isChanging()) {
            throw new IllegalStateException("Nothing is being changed that one could come after");
        }
        afterwards.add(action);
    }

    /** Ends the use of the file; it can be opened again. */
    @Override
    public void close() {
        compaction.ifPresent(Compaction::stop);
        changing.lock();
        try {
            file.ifPresent(StateFile::close);
        } finally {
            changing.unlock();
        }
    }

    boolean isChanging() {
        return changing.isHeldByCurrentThread();
    }

    /** Whether the group under way can still change something. */
    void requireOpen() {
        if (written) {
            throw new IllegalStateException("This group of changes is written: what comes afterwards makes its own");
        }
    }

    void touched(Shelf<?, ?> shelf) {
        touched.add(shelf);
    }

    private void commit() {
        Map<Shelf<?, ?>, List<Change>> byShelf = new LinkedHashMap<>();
        boolean whole = compaction.map(Compaction::isUnderWay).orElse(true);
        touched.forEach(shelf -> byShelf.put(shelf, shelf.changes(whole)));
        List<Change> all = byShelf.values().stream().flatMap(List::stream).toList();
        if (!all.isEmpty()) {
            file.ifPresent(open -> open.append(ChangeLine.write(all)));
        }
        written = true;
        byShelf.forEach(Shelf::apply);
        List.copyOf(afterwards).forEach(StateLog::runSafely);
        compaction.ifPresent(work -> work.whenNeeded(liveBytes()));
    }

    /** The change is written and must be answered as done, whatever fails behind it. */
    private static void runSafely(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("What was to follow a change has failed; the change itself is written and stands", e);
        }
    }

    private <K, V> Shelf<K, V> add(Shelf<K, V> shelf) {
        if (read) {
            throw new IllegalStateException("The shelf \"" + shelf.name() + "\" was made after the state was read, "
                    + "so what was saved of it would be lost. Make it in the constructor of a bean that exists at start: "
                    + "@Startup(StateLog.BEFORE_READING).");
        }
        if (shelves.put(shelf.name(), shelf) != null) {
            throw new IllegalStateException("There are two shelves \"" + shelf.name() + "\"");
        }
        return shelf;
    }

    private void restore(Change change) {
        Shelf<?, ?> shelf = shelves.get(change.shelf());
        if (shelf == null) {
            unclaimed.restore(change);
        } else {
            shelf.restore(change);
        }
    }

    private void eachChange(Consumer<Change> reader) {
        shelves.values().forEach(shelf -> shelf.eachChange(reader));
        unclaimed.eachChange(reader);
    }

    private long liveBytes() {
        return unclaimed.bytes()
                + shelves.values().stream().mapToLong(Shelf::bytes).sum();
    }
}
