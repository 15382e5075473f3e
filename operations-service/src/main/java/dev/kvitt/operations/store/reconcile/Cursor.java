package dev.kvitt.operations.store.reconcile;

import dev.kvitt.messaging.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Rows of a query, fetched some at a time as they are read; needs the transaction it was opened in. */
final class Cursor<T> implements Iterator<T>, AutoCloseable {
    private static final int FETCH = 2000;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Reader<T> reader;
    private boolean hasNext;

    /** Reads one row. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Cursor(Connection connection, String query, Reader<T> reader) throws SQLException {
        statement = connection.prepareStatement(query);
        statement.setFetchSize(FETCH);
        rows = statement.executeQuery();
        this.reader = reader;
        hasNext = rows.next();
    }

    @Override
    public boolean hasNext() {
        return hasNext;
    }

    @Override
    public T next() {
        if (!hasNext) {
            throw new NoSuchElementException();
        }
        try {
            T value = reader.read(rows);
            hasNext = rows.next();
            return value;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
