package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Incoming;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How far somebody who reads has come: written in the transaction of what was applied. */
public interface Progress {

    /** From where it stands to behind these messages, which are in the order they were read. */
    Move past(List<Incoming> messages);

    /** A step on. */
    interface Move {

        /**
         * Last thing in the transaction.
         *
         * @throws dev.kvitt.messaging.StaleException when it does not stand where it is believed to
         */
        void write(Connection connection) throws SQLException;

        /** The transaction has committed. */
        void written();
    }
}
