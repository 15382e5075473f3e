package dev.kvitt.messaging.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs work in one database transaction: committed when it returns, rolled back when it throws. */
public interface Transactions {

    <T> T run(Work<T> work);

    /** Work inside a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
