package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.CodeBook;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** The registry file's codes and what was ordered, remembered as long as no other order has come. */
@Singleton
public class StoredCodeBooks implements CodeBooks {

    /** How old {@link #now} may be. Whoever orders something waits this long for its answer, so that it holds everywhere. */
    static final Duration FRESH = Duration.ofMillis(200);

    private final Registry registry;
    private final DataSource dataSource;
    private volatile Known known;

    /**
     * What was read.
     *
     * @param readAt when reading began, and {@code doneAt} when it had ended, in nanoseconds of {@link System#nanoTime}
     */
    record Known(CodeBook book, long version, long readAt, long doneAt) {

        /**
         * Whether it says what is so after the other. A reading that was slow may not put an older book in the place of one that
         * somebody's decision rests on; but a database that was restored counts from an earlier version on.
         */
        boolean isAfter(Known other) {
            return version > other.version
                    || (version == other.version && readAt - other.readAt > 0)
                    || readAt - other.doneAt > 0;
        }
    }

    StoredCodeBooks(Registry registry, DataSource dataSource) {
        this.registry = registry;
        this.dataSource = dataSource;
    }

    @Override
    public CodeBook now() {
        var last = known;
        if (last != null && System.nanoTime() - last.readAt() < FRESH.toNanos()) {
            return last.book();
        }
        try {
            return latest();
        } catch (StoreException e) {
            if (last == null) {
                throw e;
            }
            // Without the database nothing can be decided on it either: exactly() will say so.
            return last.book();
        }
    }

    @Override
    public CodeBook latest() {
        try (var connection = dataSource.getConnection()) {
            return read(connection);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public CodeBook exactly(Connection connection) {
        CodeOrders.share(connection);
        return read(connection);
    }

    /** The version first: should an order come in between, its rows are read under an old version and read again. */
    CodeBook read(Connection connection) {
        var at = System.nanoTime();
        var version = CodeOrders.version(connection);
        var last = known;
        var book = last != null && last.version() == version
                ? last.book()
                : CodeBook.of(registry, CodeOrders.all(connection));
        remember(new Known(book, version, at, System.nanoTime()));
        return book;
    }

    private synchronized void remember(Known read) {
        if (known == null || read.isAfter(known)) {
            known = read;
        }
    }

    /** When it returns, {@link #now} says on every replica what was committed before. Also after an order that was there already. */
    void awaitEverywhere() {
        try {
            Thread.sleep(FRESH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
