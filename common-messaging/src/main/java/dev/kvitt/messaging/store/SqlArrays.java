package dev.kvitt.messaging.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Function;

/** Columns of many rows as arrays, for statements over {@code unnest}. */
public final class SqlArrays {

    private SqlArrays() {}

    /** @param type PostgreSQL's name of the element type */
    public static <R> Array column(Connection connection, String type, Collection<R> rows, Function<R, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }
}
