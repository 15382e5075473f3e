package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.StaleException;
import dev.kvitt.messaging.store.SqlArrays;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each partition has been applied, kept beside what was applied. A consumer that reads from here after a restore
 * re-reads exactly what the database forgot.
 */
public final class Offsets {

    private Offsets() {}

    /** A step from where the partition stood to behind the last message of a batch. */
    public record Step(TopicPartition partition, long from, long to) {}

    /** A promise: all that was written before {@code time} has been applied where the partition stands at {@code end}. */
    public record Mark(TopicPartition partition, long end, Instant time) {}

    /** Where to read on; a partition never seen before starts at the given offset. */
    public static Map<TopicPartition, Long> load(Connection connection, Map<TopicPartition, Long> firstOffsets)
            throws SQLException {
        var partitions = List.copyOf(firstOffsets.keySet());
        try (var insert = connection.prepareStatement(
                """
                insert into consumed_offset (topic, partition, next_offset)
                select * from unnest(?, ?, ?) as v (topic, partition, next_offset) order by 1, 2
                on conflict do nothing""")) {
            bind(connection, insert, partitions);
            insert.setArray(3, SqlArrays.column(connection, "bigint", partitions, firstOffsets::get));
            insert.executeUpdate();
        }
        return stored(connection, partitions);
    }

    /** Where partitions stand; those never seen are left out. */
    public static Map<TopicPartition, Long> stored(Connection connection, Collection<TopicPartition> partitions)
            throws SQLException {
        var found = new HashMap<TopicPartition, Long>();
        try (var select = connection.prepareStatement(
                """
                select o.topic, o.partition, o.next_offset from consumed_offset o
                join unnest(?, ?) as v (topic, partition) using (topic, partition)""")) {
            bind(connection, select, partitions);
            var rows = select.executeQuery();
            while (rows.next()) {
                found.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
            }
        }
        return found;
    }

    /**
     * Moves on, only from where the caller believes the partitions stand: a consumer that has lost its partitions without
     * knowing, or whose database was restored, writes nothing.
     *
     * @throws StaleException when a partition stands elsewhere
     */
    public static void advance(Connection connection, Collection<Step> steps) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update consumed_offset o set next_offset = v.after
                from unnest(?, ?, ?, ?) as v (topic, partition, before, after)
                where o.topic = v.topic and o.partition = v.partition and o.next_offset = v.before""")) {
            bind(connection, update, steps.stream().map(Step::partition).toList());
            update.setArray(3, SqlArrays.column(connection, "bigint", steps, Step::from));
            update.setArray(4, SqlArrays.column(connection, "bigint", steps, Step::to));
            if (update.executeUpdate() != steps.size()) {
                throw new StaleException("a partition is not where this consumer left it");
            }
        }
    }

    /** Records how far in time the log has been applied; marks that the database has not reached are left out. */
    public static void mark(Connection connection, Collection<Mark> marks) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update consumed_offset o set read_until = v.time::timestamptz
                from unnest(?, ?, ?, ?) as v (topic, partition, till, time)
                where o.topic = v.topic and o.partition = v.partition
                    and o.next_offset >= v.till and o.read_until < v.time::timestamptz""")) {
            bind(connection, update, marks.stream().map(Mark::partition).toList());
            update.setArray(3, SqlArrays.column(connection, "bigint", marks, Mark::end));
            update.setArray(4, SqlArrays.column(connection, "text", marks, mark -> mark.time()
                    .toString()));
            update.executeUpdate();
        }
    }

    /** The one clock that all processes share. */
    static Instant clock(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement("select clock_timestamp()")) {
            var rows = select.executeQuery();
            rows.next();
            return rows.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    private static void bind(
            Connection connection, java.sql.PreparedStatement statement, Collection<TopicPartition> partitions)
            throws SQLException {
        statement.setArray(1, SqlArrays.column(connection, "text", partitions, TopicPartition::topic));
        statement.setArray(2, SqlArrays.column(connection, "integer", partitions, TopicPartition::partition));
    }
}
