package dev.kvitt.messaging.store;

import java.sql.SQLException;

/** The database refused or could not be reached. What was under way has not happened, or will be seen to have. */
public final class StoreException extends RuntimeException {

    public StoreException(SQLException cause) {
        super("the database failed (SQLSTATE " + cause.getSQLState() + ")", cause);
    }

    /** For a transaction that could not be begun or committed, without the database's own word on why. */
    public StoreException(RuntimeException cause) {
        super("the transaction could not be begun or committed", cause);
    }
}
