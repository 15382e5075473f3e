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

    private record Known(CodeBook book, long version, long readAt) {}

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
        known = new Known(book, version, at);
        return book;
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
