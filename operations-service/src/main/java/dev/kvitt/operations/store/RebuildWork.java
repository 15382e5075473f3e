package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.SqlArrays;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.domain.Message;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** What a rebuild does to its ledger and says of itself, but for the sales. */
@Singleton
public class RebuildWork {

    private static final int DELETED_AT_ONCE = 50_000;
    private static final List<String> TABLES =
            List.of("message", "sale", "payment", "money_event", "operation", "entry", "quarantined");

    private final Transactions transactions;
    private final RebuildSteps steps;

    RebuildWork(Transactions transactions, RebuildSteps steps) {
        this.transactions = transactions;
        this.steps = steps;
    }

    /** Deletes some of what stood in the target. @return true when nothing is left */
    public boolean clear(Rebuild rebuild) {
        return steps.run(rebuild, connection -> {
            for (var table : TABLES) {
                if (deleteSome(connection, table) > 0) {
                    return false;
                }
            }
            run(connection, "delete from rebuild_offset");
            RebuildSteps.set(connection, rebuild, "cleared = true");
            return true;
        });
    }

    private static int deleteSome(Connection connection, String table) throws SQLException {
        return run(
                connection,
                "delete from %1$s where ctid = any (array(select ctid from %1$s limit %2$d))"
                        .formatted(table, DELETED_AT_ONCE));
    }

    /** Where it stands; empty when nothing was read yet. */
    public Map<TopicPartition, Long> offsets() {
        return transactions.run(connection -> {
            var found = new HashMap<TopicPartition, Long>();
            try (var select = connection.prepareStatement("select topic, partition, next_offset from rebuild_offset")) {
                var rows = select.executeQuery();
                while (rows.next()) {
                    found.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
                }
            }
            return found;
        });
    }

    public void toRead(Rebuild rebuild, long count) {
        steps.run(rebuild, connection -> {
            RebuildSteps.set(connection, rebuild, "to_read = " + count);
            return null;
        });
    }

    /** Writes a part of what was read, without its sales; other parts may be written at the same time. @return how many */
    public int insert(Rebuild rebuild, List<Message> messages) {
        return steps.beside(rebuild, connection -> {
            LedgerRows.insert(connection, messages);
            return messages.size();
        });
    }

    /**
     * All of these are written.
     *
     * @param offsets behind them
     */
    public void moved(Rebuild rebuild, int messages, Map<TopicPartition, Long> offsets) {
        steps.run(rebuild, connection -> {
            moved(connection, rebuild, messages, offsets);
            return null;
        });
    }

    /**
     * Writes what was read, and its sales, as all others are folded already.
     *
     * @param offsets behind what was read
     */
    public void follow(Rebuild rebuild, List<Message> messages, Map<TopicPartition, Long> offsets) {
        steps.run(rebuild, connection -> {
            LedgerRows.insert(connection, messages);
            LedgerRows.fold(connection, messages);
            moved(connection, rebuild, messages.size(), offsets);
            return null;
        });
    }

    private static void moved(Connection connection, Rebuild rebuild, int messages, Map<TopicPartition, Long> offsets)
            throws SQLException {
        move(connection, offsets);
        RebuildSteps.set(connection, rebuild, "read = read + " + messages);
    }

    private static void move(Connection connection, Map<TopicPartition, Long> offsets) throws SQLException {
        var partitions = List.copyOf(offsets.keySet());
        try (var insert = connection.prepareStatement(
                """
                insert into rebuild_offset (topic, partition, next_offset)
                select * from unnest(?, ?, ?) as v (topic, partition, next_offset)
                on conflict (topic, partition) do update set next_offset = excluded.next_offset
                where rebuild_offset.next_offset <> excluded.next_offset""")) {
            insert.setArray(1, SqlArrays.column(connection, "text", partitions, TopicPartition::topic));
            insert.setArray(2, SqlArrays.column(connection, "integer", partitions, TopicPartition::partition));
            insert.setArray(3, SqlArrays.column(connection, "bigint", partitions, offsets::get));
            insert.executeUpdate();
        }
    }

    /** Nobody else takes it up for ten minutes: what comes now takes long and cannot be done in parts. */
    public void hold(Rebuild rebuild) {
        steps.run(rebuild, connection -> {
            RebuildSteps.set(connection, rebuild, "owned_until = now() + interval '10 minutes'");
            return null;
        });
    }

    /** All is read and folded. */
    public void ready(Rebuild rebuild, String differences) {
        steps.run(rebuild, connection -> {
            try (var update = connection.prepareStatement(
                    """
                    update rebuild set state = 'ready', differences = ?::json, sales = (select count(*) from sale)
                    where id = ?""")) {
                update.setString(1, differences);
                update.setObject(2, rebuild.id());
                return update.executeUpdate();
            }
        });
    }

    public void failed(Rebuild rebuild, String reason) {
        steps.run(rebuild, connection -> {
            try (var update = connection.prepareStatement(
                    "update rebuild set state = 'failed', failure = ?, finished_at = now() where id = ?")) {
                update.setString(1, reason);
                update.setObject(2, rebuild.id());
                return update.executeUpdate();
            }
        });
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
