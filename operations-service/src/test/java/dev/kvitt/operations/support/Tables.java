package dev.kvitt.operations.support;

import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks into the ledger's tables; those without a schema are the live ledger's, whichever that is after the rebuilds of other tests. */
@Singleton
public class Tables {

    private static final List<String> ALL =
            List.of("message", "sale", "payment", "money_event", "operation", "entry", "quarantined");

    private final Transactions transactions;

    public Tables(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Rows that stand in one of the two ledgers only, as text. */
    public List<String> differences() {
        return transactions.run(connection -> {
            var found = new ArrayList<String>();
            for (var table : ALL) {
                found.addAll(texts(connection, onlyIn("ledger_a", "ledger_b", table)));
                found.addAll(texts(connection, onlyIn("ledger_b", "ledger_a", table)));
            }
            return found;
        });
    }

    private static String onlyIn(String one, String other, String table) {
        return "select '%1$s.%3$s: ' || v from (select t::text as v from %1$s.%3$s t except select t::text from %2$s.%3$s t) x"
                .formatted(one, other, table);
    }

    public List<String> texts(String sql) {
        return transactions.run(connection -> {
            live(connection);
            return texts(connection, sql);
        });
    }

    private static void live(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('search_path', live || ', public', true) from public.ledger_state");
        }
    }

    private static List<String> texts(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery(sql);
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    public void run(String... statements) {
        transactions.run(connection -> {
            live(connection);
            try (var statement = connection.createStatement()) {
                for (var sql : statements) {
                    statement.execute(sql);
                }
                return null;
            }
        });
    }
}
