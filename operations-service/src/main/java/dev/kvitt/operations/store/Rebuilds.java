package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Rebuilds as people ask for them: begun, looked at, swapped in or given up. */
@Singleton
public class Rebuilds {

    private static final int SHOWN = 50;

    private final Transactions transactions;
    private final Audit audit;
    private final InstantSource clock;

    Rebuilds(Transactions transactions, Audit audit, InstantSource clock) {
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Empty while another is under way. */
    public Optional<Rebuild> begin(String askedBy, String reason) {
        var id = UUID.randomUUID();
        return transactions.run(connection -> {
            // The lock waits for a swap that is not committed yet: else this would clear the ledger that it makes the
            // live one.
            try (var insert = connection.prepareStatement(
                    """
                    insert into rebuild (id, state, target, asked_by, reason, started_at)
                    select ?, 'reading', case live when 'ledger_a' then 'ledger_b' else 'ledger_a' end, ?, ?, ?
                    from ledger_state for share on conflict do nothing""")) {
                insert.setObject(1, id);
                insert.setString(2, askedBy);
                insert.setString(3, reason);
                insert.setObject(4, now());
                if (insert.executeUpdate() == 0) {
                    return Optional.empty();
                }
                writeDown(connection, askedBy, "rebuild", id, reason);
                return find(connection, id);
            }
        });
    }

    /** The latest first. */
    public List<Rebuild> all() {
        return transactions.run(connection -> {
            try (var select =
                    connection.prepareStatement("select * from rebuild order by started_at desc, id limit " + SHOWN)) {
                return rows(select);
            }
        });
    }

    public Optional<Rebuild> find(UUID id) {
        return transactions.run(connection -> find(connection, id));
    }

    private static Optional<Rebuild> find(Connection connection, UUID id) throws SQLException {
        try (var select = connection.prepareStatement("select * from rebuild where id = ?")) {
            select.setObject(1, id);
            return rows(select).stream().findFirst();
        }
    }

    /** False when it is over already. What it wrote is deleted when the next one begins. */
    public boolean giveUp(UUID id, String who, String reason) {
        return transactions.run(connection -> {
            var ended = end(connection, id, "given-up", "finished_at is null");
            if (ended) {
                writeDown(connection, who, "rebuild-give-up", id, reason);
            }
            return ended;
        });
    }

    private void writeDown(Connection connection, String who, String what, UUID id, String reason) throws SQLException {
        audit.add(connection, who, what, null, reason, Map.of("rebuild", id.toString()));
    }

    /**
     * The rebuilt ledger becomes the live one. Consumers find that the database is not where they left it, and read on from
     * where the rebuild stands: nothing is missed, and what is read again changes nothing.
     *
     * @return false when it is not ready, or lacks messages that the live ledger has
     */
    public boolean swap(UUID id, String who, String reason) {
        return transactions.run(connection -> {
            try (var statement = connection.createStatement()) {
                // Waits for whoever writes to the ledger that was live.
                statement
                        .executeQuery("select live from ledger_state for update")
                        .close();
                if (!end(
                        connection,
                        id,
                        "swapped",
                        "state = 'ready' and coalesce((differences ->> 'lost')::bigint, 0) = 0")) {
                    return false;
                }
                writeDown(connection, who, "rebuild-swap", id, reason);
                statement.executeUpdate(
                        """
                        delete from consumed_offset c where not exists (
                            select from rebuild_offset r where r.topic = c.topic and r.partition = c.partition)""");
                statement.executeUpdate(
                        """
                        insert into consumed_offset (topic, partition, next_offset)
                        select topic, partition, next_offset from rebuild_offset
                        on conflict (topic, partition) do update
                            set next_offset = excluded.next_offset, read_until = '-infinity'""");
                statement.executeUpdate(
                        "update ledger_state set live = case live when 'ledger_a' then 'ledger_b' else 'ledger_a' end");
                return true;
            }
        });
    }

    /**
     * Of the rebuild under way; zeros while there is none.
     *
     * @param read messages
     * @param toRead messages there were when it began
     */
    public record Progress(long read, long toRead) {}

    public static Progress progress(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var row = select.executeQuery(
                        "select coalesce(sum(read), 0)::bigint, coalesce(sum(to_read), 0)::bigint from rebuild"
                                + " where finished_at is null")) {
            row.next();
            return new Progress(row.getLong(1), row.getLong(2));
        }
    }

    private boolean end(Connection connection, UUID id, String state, String condition) throws SQLException {
        try (var update = connection.prepareStatement(
                "update rebuild set state = ?, finished_at = ? where id = ? and " + condition)) {
            update.setString(1, state);
            update.setObject(2, now());
            update.setObject(3, id);
            return update.executeUpdate() == 1;
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static List<Rebuild> rows(PreparedStatement select) throws SQLException {
        var found = new ArrayList<Rebuild>();
        var rows = select.executeQuery();
        while (rows.next()) {
            found.add(row(rows));
        }
        return found;
    }

    private static Rebuild row(ResultSet row) throws SQLException {
        return new Rebuild(
                row.getObject("id", UUID.class),
                Rebuild.State.of(row.getString("state")),
                row.getString("target"),
                row.getString("asked_by"),
                row.getString("reason"),
                row.getBoolean("cleared"),
                row.getString("carried_to"),
                row.getLong("carried"),
                row.getString("folded_to"),
                row.getLong("read"),
                row.getLong("to_read"),
                row.getLong("sales"),
                row.getString("differences"),
                row.getString("failure"),
                time(row, "started_at"),
                time(row, "finished_at"));
    }

    private static Instant time(ResultSet row, String name) throws SQLException {
        var time = row.getObject(name, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
