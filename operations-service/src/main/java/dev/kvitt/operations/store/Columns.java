package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Binds the columns of many rows, one after the other, for statements over {@code unnest}. */
final class Columns<R> {

    private final Connection connection;
    private final PreparedStatement statement;
    private final Collection<R> rows;
    private int next = 1;

    Columns(Connection connection, PreparedStatement statement, Collection<R> rows) {
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
    }

    Columns<R> text(Function<R, Object> value) throws SQLException {
        return array("text", String[]::new, row -> {
            var found = value.apply(row);
            return found == null ? null : found.toString();
        });
    }

    Columns<R> number(Function<R, ? extends Number> value) throws SQLException {
        return array("bigint", Long[]::new, row -> {
            var found = value.apply(row);
            return found == null ? null : found.longValue();
        });
    }

    Columns<R> truth(Function<R, Boolean> value) throws SQLException {
        return array("boolean", Boolean[]::new, value);
    }

    Columns<R> bytes(Function<R, byte[]> value) throws SQLException {
        return array("bytea", byte[][]::new, value);
    }

    /** Of arrays of their own type, the driver sends the values as they are; of others, it writes texts that are to be read again. */
    private <T> Columns<R> array(String type, IntFunction<T[]> array, Function<R, T> value) throws SQLException {
        var values = rows.stream().map(value).toArray(array);
        statement.setArray(next++, connection.createArrayOf(type, values));
        return this;
    }

    Columns<R> time(Function<R, Instant> value) throws SQLException {
        return column("timestamptz", row -> {
            var found = value.apply(row);
            return found == null ? null : found.toString();
        });
    }

    Columns<R> column(String type, Function<R, Object> value) throws SQLException {
        statement.setArray(next++, SqlArrays.column(connection, type, rows, value));
        return this;
    }

    void write() throws SQLException {
        statement.executeUpdate();
    }
}
