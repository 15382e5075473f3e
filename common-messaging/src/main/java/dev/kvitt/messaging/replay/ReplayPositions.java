package dev.kvitt.messaging.replay;

import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.StaleException;
import dev.kvitt.messaging.inbox.Progress;
import dev.kvitt.messaging.inbox.Unapplied;
import dev.kvitt.messaging.store.SqlArrays;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;

/** How far a replay has come in each partition. Moved on only from where it stands, and never past what the service itself has applied. */
final class ReplayPositions implements Progress {

    /** A partition's part of a replay: from the first offset to before the end. */
    record Span(long first, long next, long end) {}

    private final UUID replay;
    private final UUID owner;
    private final Map<TopicPartition, Span> spans;
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private List<Unapplied> found = List.of();

    private ReplayPositions(UUID replay, UUID owner, Map<TopicPartition, Span> spans) {
        this.replay = replay;
        this.owner = owner;
        this.spans = spans;
    }

    /** As stored; empty before {@link #insert}. */
    static ReplayPositions load(Connection connection, UUID replay, UUID owner) throws SQLException {
        try (var select = connection.prepareStatement(
                "select topic, partition, first_offset, next_offset, end_offset from replay_position where replay = ?")) {
            select.setObject(1, replay);
            var rows = select.executeQuery();
            var spans = new HashMap<TopicPartition, Span>();
            while (rows.next()) {
                spans.put(
                        new TopicPartition(rows.getString(1), rows.getInt(2)),
                        new Span(rows.getLong(3), rows.getLong(4), rows.getLong(5)));
            }
            return new ReplayPositions(replay, owner, spans);
        }
    }

    static void insert(Connection connection, UUID replay, Map<TopicPartition, Span> spans) throws SQLException {
        var all = List.copyOf(spans.entrySet());
        try (var insert = connection.prepareStatement(
                """
                insert into replay_position (replay, topic, partition, first_offset, next_offset, end_offset)
                select ?, v.* from unnest(?, ?, ?, ?, ?) as v""")) {
            insert.setObject(1, replay);
            insert.setArray(2, SqlArrays.column(connection, "text", all, each -> each.getKey()
                    .topic()));
            insert.setArray(3, SqlArrays.column(connection, "integer", all, each -> each.getKey()
                    .partition()));
            insert.setArray(4, SqlArrays.column(connection, "bigint", all, each -> each.getValue()
                    .first()));
            insert.setArray(5, SqlArrays.column(connection, "bigint", all, each -> each.getValue()
                    .next()));
            insert.setArray(6, SqlArrays.column(connection, "bigint", all, each -> each.getValue()
                    .end()));
            insert.executeUpdate();
        }
    }

    Map<TopicPartition, Span> all() {
        return Map.copyOf(spans);
    }

    /** As it is written. */
    Span of(TopicPartition partition) {
        return spans.get(partition);
    }

    /** Read up to there; written later. */
    void read(TopicPartition partition, long offset) {
        read.put(partition, Math.min(offset, of(partition).end()));
    }

    /** What is to be read next, written or not. */
    long next(TopicPartition partition) {
        return Math.max(of(partition).next(), read.getOrDefault(partition, 0L));
    }

    boolean isRead(TopicPartition partition) {
        return next(partition) >= of(partition).end();
    }

    /** What is written down as found with the messages that it is about. */
    void found(List<Unapplied> unapplied) {
        found = unapplied;
    }

    @Override
    public Move past(List<Incoming> messages) {
        var ends = new LinkedHashMap<TopicPartition, Long>();
        messages.forEach(
                message -> ends.put(new TopicPartition(message.topic(), message.partition()), message.offset() + 1));
        var these = Collections.newSetFromMap(new IdentityHashMap<Incoming, Boolean>());
        these.addAll(messages);
        var about =
                found.stream().filter(each -> these.contains(each.message())).toList();
        return move(ends, about, messages.size());
    }

    /** Behind what was read, whatever it was, with all that was found in a dry run. */
    Move toRead(List<Unapplied> counted) {
        var ends = new LinkedHashMap<TopicPartition, Long>();
        read.forEach((partition, offset) -> {
            if (offset > of(partition).next()) {
                ends.put(partition, offset);
            }
        });
        return move(ends, counted, 0);
    }

    private Move move(Map<TopicPartition, Long> ends, List<Unapplied> about, int applied) {
        return new Move() {
            @Override
            public void write(Connection connection) throws SQLException {
                ReplayLease.keep(connection, replay, owner, applied);
                FoundRows.insert(connection, replay, about);
                advance(connection, ends);
            }

            @Override
            public void written() {
                ends.forEach((partition, next) ->
                        spans.computeIfPresent(partition, (same, span) -> new Span(span.first(), next, span.end())));
            }
        };
    }

    private void advance(Connection connection, Map<TopicPartition, Long> ends) throws SQLException {
        var partitions = ends.keySet();
        try (var update = connection.prepareStatement(
                """
                update replay_position r set next_offset = v.after
                from unnest(?, ?, ?, ?) as v (topic, partition, before, after)
                join consumed_offset o on o.topic = v.topic and o.partition = v.partition and o.next_offset >= v.after
                where r.replay = ? and r.topic = v.topic and r.partition = v.partition and r.next_offset = v.before""")) {
            update.setArray(1, column(connection, "text", partitions, TopicPartition::topic));
            update.setArray(2, column(connection, "integer", partitions, TopicPartition::partition));
            update.setArray(3, column(connection, "bigint", partitions, each -> of(each).next()));
            update.setArray(4, column(connection, "bigint", partitions, ends::get));
            update.setObject(5, replay);
            if (update.executeUpdate() != ends.size()) {
                throw new StaleException("a replay is not where this process left it, or ahead of its service");
            }
        }
    }

    private static Array column(
            Connection connection,
            String type,
            Collection<TopicPartition> partitions,
            Function<TopicPartition, Object> value)
            throws SQLException {
        return SqlArrays.column(connection, type, partitions, value);
    }
}
