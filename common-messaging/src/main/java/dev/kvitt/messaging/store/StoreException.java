package dev.kvitt.messaging.store;

import java.sql.SQLException;

/** The database refused or could not be reached. What was under way has not happened, or will be seen to have. */
public final class StoreException extends RuntimeException {

    public StoreException(SQLException cause) {
        super("the database failed (SQLSTATE " + cause.getSQLState() + ")", cause);
    }
}
