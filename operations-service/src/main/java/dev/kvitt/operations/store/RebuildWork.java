package dev.kvitt.operations.store;

import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.StaleException;
import dev.kvitt.messaging.store.SqlArrays;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.domain.Message;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * The steps of a rebuild. Each is one transaction, and writes only while the rebuild goes on and this process has it: a
 * process that is thought dead, and one that was told to give up, write nothing more.
 */
@Singleton
public class RebuildWork {

    /** Messages that are folded at once. */
    private static final int CHUNK = 5000;

    private static final int DELETED_AT_ONCE = 50_000;
    private static final List<String> TABLES =
            List.of("message", "sale", "payment", "money_event", "operation", "entry", "quarantined");

    private final Transactions transactions;
    private final UUID me = UUID.randomUUID();

    RebuildWork(Transactions transactions) {
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

    private <T> T step(Rebuild rebuild, Transactions.Work<T> work) {
        return transactions.run(connection -> {
            try (var update = connection.prepareStatement(
                    """
                    update rebuild set owned_until = now() + interval '30 seconds'
                    where id = ? and owner = ? and finished_at is null""")) {
                update.setObject(1, rebuild.id());
                update.setObject(2, me);
                if (update.executeUpdate() != 1) {
                    throw new StaleException("the rebuild is over, or another process has it");
                }
            }
            LedgerTransactions.use(connection, rebuild.target());
            return work.in(connection);
        });
    }

    /** Deletes some of what stood in the target. @return true when nothing is left */
    public boolean clear(Rebuild rebuild) {
        return step(rebuild, connection -> {
            for (var table : TABLES) {
                if (deleteSome(connection, table) > 0) {
                    return false;
                }
            }
            run(connection, "delete from rebuild_offset");
            set(connection, rebuild, "cleared = true");
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
        step(rebuild, connection -> {
            set(connection, rebuild, "to_read = " + count);
            return null;
        });
    }

    /**
     * Writes what was read.
     *
     * @param fold the sales as well, as all others are folded already
     * @param offsets behind what was read
     */
    public void read(Rebuild rebuild, List<Message> messages, boolean fold, Map<TopicPartition, Long> offsets) {
        step(rebuild, connection -> {
            LedgerRows.insert(connection, messages);
            if (fold) {
                LedgerRows.fold(connection, messages);
            }
            move(connection, offsets);
            set(connection, rebuild, "read = read + " + messages.size());
            return null;
        });
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
        step(rebuild, connection -> {
            set(connection, rebuild, "owned_until = now() + interval '10 minutes'");
            return null;
        });
    }

    public void folding(Rebuild rebuild) {
        step(rebuild, connection -> {
            set(connection, rebuild, "state = 'folding'");
            return null;
        });
    }

    /** Folds the next sales. @return true when all are folded */
    public boolean fold(Rebuild rebuild) {
        var messages = step(rebuild, connection -> nextSales(connection, rebuild.foldedTo()));
        var sales = new TreeMap<>(messages.stream().collect(Collectors.groupingBy(Message::key)));
        if (sales.isEmpty()) {
            return step(rebuild, connection -> foldedTo(connection, rebuild, null, 0));
        }
        try {
            return step(rebuild, connection -> {
                var stories = LedgerRows.stories(messages);
                StoryRows.write(connection, stories);
                return foldedTo(connection, rebuild, sales.lastKey(), stories.size());
            });
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.passing(e)) {
                throw e;
            }
            sales.values().forEach(each -> foldAlone(rebuild, each));
            return step(rebuild, connection -> foldedTo(connection, rebuild, sales.lastKey(), sales.size()));
        }
    }

    /** Whole sales only; of one with more messages than fit, all of them. */
    private static List<Message> nextSales(Connection connection, String after) throws SQLException {
        var messages = MessageRows.behind(connection, after, CHUNK);
        if (messages.size() < CHUNK) {
            return messages;
        }
        var last = messages.getLast().key();
        var whole = messages.stream().filter(each -> !each.key().equals(last)).toList();
        return whole.isEmpty() ? MessageRows.of(connection, Set.of(last)) : whole;
    }

    /** As the live ledger does: what cannot be kept as it is stays as one that nobody can read, and its sale is folded so. */
    private void foldAlone(Rebuild rebuild, Collection<Message> messages) {
        if (written(rebuild, messages).isEmpty()) {
            return;
        }
        var kept = new ArrayList<Message>();
        for (var message : messages) {
            kept.add(message);
            var failure = written(rebuild, kept);
            if (failure.isPresent()) {
                kept.removeLast();
                var failed = message.failed(failure.get());
                kept.add(failed);
                step(rebuild, connection -> {
                    MessageRows.replace(connection, failed);
                    StoryRows.write(connection, LedgerRows.stories(kept));
                    return null;
                });
            }
        }
    }

    /** @return why not */
    private Optional<String> written(Rebuild rebuild, Collection<Message> messages) {
        try {
            return step(rebuild, connection -> {
                StoryRows.write(connection, LedgerRows.stories(messages));
                return Optional.empty();
            });
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.passing(e)) {
                throw e;
            }
            return Optional.of(Failures.reason(e));
        }
    }

    /** @return true when there is no further key */
    private static boolean foldedTo(Connection connection, Rebuild rebuild, String key, int more) throws SQLException {
        try (var update =
                connection.prepareStatement("update rebuild set folded_to = ?, sales = sales + ? where id = ?")) {
            update.setString(1, key);
            update.setInt(2, more);
            update.setObject(3, rebuild.id());
            update.executeUpdate();
            return key == null;
        }
    }

    /** All is read and folded. */
    public void ready(Rebuild rebuild, String differences) {
        step(rebuild, connection -> {
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
        step(rebuild, connection -> {
            try (var update = connection.prepareStatement(
                    "update rebuild set state = 'failed', failure = ?, finished_at = now() where id = ?")) {
                update.setString(1, reason);
                update.setObject(2, rebuild.id());
                return update.executeUpdate();
            }
        });
    }

    private static void set(Connection connection, Rebuild rebuild, String what) throws SQLException {
        try (var update = connection.prepareStatement("update rebuild set " + what + " where id = ?")) {
            update.setObject(1, rebuild.id());
            update.executeUpdate();
        }
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }
}
