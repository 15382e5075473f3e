package dev.kvitt.system.operations;

import dev.kvitt.system.StackUnderTest;
import java.sql.Connection;
import java.sql.SQLException;

/** Nobody reads the ledger's payments while this is open, so that what reads them is seen under way. */
final class LedgerHeld implements AutoCloseable {

    private final Connection connection;

    LedgerHeld() {
        try {
            connection = StackUnderTest.stack().databaseAdmin().connect("operations");
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute("lock table ledger_a.payment, ledger_b.payment in access exclusive mode");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be held", e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be let go", e);
        }
    }
}
