package dev.kvitt.operations.store;

import dev.kvitt.messaging.StaleException;
import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Who carries a rebuild out, step by step. Each step is one transaction, and writes only while the rebuild goes on and this process
 * has it: a process that is thought dead, and one that was told to give up, write nothing more.
 */
@Singleton
public class RebuildSteps {

    private final Transactions transactions;
    private final UUID me = UUID.randomUUID();

    RebuildSteps(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The rebuild under way, unless another process has it. */
    public Optional<Rebuild> claim() {
        return transactions.run(connection -> {
            try (var update = connection.prepareStatement(
                    """
                    update rebuild set owner = ?, owned_until = now() + interval '30 seconds'
                    where finished_at is null and (owner = ? or owned_until < now()) returning *""")) {
                update.setObject(1, me);
                update.setObject(2, me);
                return Rebuilds.rows(update).stream().findFirst();
            }
        });
    }

    /** In the ledger that is rebuilt. */
    <T> T run(Rebuild rebuild, Transactions.Work<T> work) {
        return transactions.run(connection -> {
            try (var update = connection.prepareStatement(
                    """
                    update rebuild set owned_until = now() + interval '30 seconds'
                    where id = ? and owner = ? and finished_at is null
                        and target <> (select live from public.ledger_state)""")) {
                update.setObject(1, rebuild.id());
                update.setObject(2, me);
                if (update.executeUpdate() != 1) {
                    throw over();
                }
            }
            LedgerTransactions.use(connection, rebuild.target());
            return work.in(connection);
        });
    }

    /**
     * As {@link #run}, side by side with others of its kind. Keeps the rebuild no longer than {@link #run} did, and must write nothing
     * of it itself.
     */
    <T> T beside(Rebuild rebuild, Transactions.Work<T> work) {
        return transactions.run(connection -> {
            try (var select = connection.prepareStatement(
                    """
                    select from rebuild where id = ? and owner = ? and finished_at is null
                        and target <> (select live from public.ledger_state) for share""")) {
                select.setObject(1, rebuild.id());
                select.setObject(2, me);
                if (!select.executeQuery().next()) {
                    throw over();
                }
            }
            LedgerTransactions.use(connection, rebuild.target());
            hurry(connection);
            return work.in(connection);
        });
    }

    /** What says that this was done is committed afterwards, and waits until both are safe on the disk. */
    private static void hurry(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local synchronous_commit = off");
        }
    }

    private static StaleException over() {
        return new StaleException("the rebuild is over, another process has it, or its ledger is the live one");
    }

    static void set(Connection connection, Rebuild rebuild, String what) throws SQLException {
        try (var update = connection.prepareStatement("update rebuild set " + what + " where id = ?")) {
            update.setObject(1, rebuild.id());
            update.executeUpdate();
        }
    }
}
