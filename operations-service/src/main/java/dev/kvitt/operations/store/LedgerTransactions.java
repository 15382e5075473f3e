package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Transactions in which the tables of the live ledger need no schema in front of their names. Which of the two ledgers is live does not
 * change before a writing transaction has ended.
 */
@Singleton
public class LedgerTransactions {

    private final Transactions transactions;

    LedgerTransactions(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Statements must only read. */
    public <T> T read(Transactions.Work<T> work) {
        return transactions.run(connection -> work.in(on(connection, "")));
    }

    /** As {@link #read}, for whoever takes transactions of any kind. */
    public Transactions reading() {
        return new Transactions() {
            @Override
            public <T> T run(Work<T> work) {
                return read(work);
            }
        };
    }

    public <T> T write(Transactions.Work<T> work) {
        return transactions.run(connection -> work.in(on(connection, " for share")));
    }

    private static Connection on(Connection connection, String lock) throws SQLException {
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery("select live from public.ledger_state" + lock);
            rows.next();
            use(connection, rows.getString(1));
        }
        return connection;
    }

    /** @param schema of one of the two ledgers */
    static void use(Connection connection, String schema) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config('search_path', ?, true)")) {
            statement.setString(1, schema + ", public");
            statement.execute();
        }
    }
}
