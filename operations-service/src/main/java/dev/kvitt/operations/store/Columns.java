package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.SqlArrays;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;

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
        return column("text", row -> {
            var found = value.apply(row);
            return found == null ? null : found.toString();
        });
    }

    Columns<R> number(Function<R, Object> value) throws SQLException {
        return column("bigint", value);
    }

    Columns<R> truth(Function<R, Object> value) throws SQLException {
        return column("boolean", value);
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
