package dev.kvitt.checkin.store;

import java.sql.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of two processes on one database of its own, each in a transaction. */
abstract class TwoProcesses {

    private final TestDatabase database = new TestDatabase();
    Connection one;
    Connection other;

    @BeforeEach
    void begin() throws Exception {
        one = database.connection();
        other = database.connection();
    }

    @AfterEach
    void end() throws Exception {
        one.close();
        other.close();
    }
}
