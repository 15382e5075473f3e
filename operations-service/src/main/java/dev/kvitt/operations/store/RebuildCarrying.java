package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.SqlArrays;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * What the live ledger has read and Kafka has deleted since is carried into the ledger that is rebuilt: a rebuild never loses a message.
 * Only messages are carried; what the live ledger makes of them is not.
 */
@Singleton
public class RebuildCarrying {

    /** Messages that are looked at in one step. */
    private static final int CHUNK = 20_000;

    private static final String END =
            "select max(key) from (select key from %s.message where key > ? order by key limit ?) as next";

    /**
     * What the rebuild has read itself stays as it read it. What nobody could read is carried only where Kafka does not have it any more:
     * where it has, it was read again, perhaps by a version that can, and under its own name.
     */
    private static final String CARRY =
            """
            insert into message as m select l.* from %s.message l where l.key > ? and l.key <= ?
                and not exists (
                    select from message r where r.key = l.key and r.topic = l.topic and r.event_id = l.event_id
                        and r.key > ? and r.key <= ? and (r.partition, r."offset") <= (l.partition, l."offset"))
                and (l.unreadable is null or not exists (
                    select from unnest(?, ?, ?) as kafka (topic, partition, first)
                    where kafka.topic = l.topic and kafka.partition = l.partition and kafka.first <= l."offset"))
            """
                    + MessageRows.FIRST_IS_KEPT;

    private final RebuildSteps steps;

    RebuildCarrying(RebuildSteps steps) {
        this.steps = steps;
    }

    /**
     * Carries some of it, once all that Kafka has is read.
     *
     * @param first where what Kafka still has begins, of every partition
     * @return true when nothing is left to carry
     */
    public boolean next(Rebuild rebuild, Map<TopicPartition, Long> first) {
        return steps.run(rebuild, connection -> {
            MessageRows.byIndex(connection);
            var end = end(connection, rebuild);
            if (end == null) {
                QuarantinedRows.carry(connection, rebuild.live());
                RebuildSteps.set(connection, rebuild, "state = 'folding'");
                return true;
            }
            carried(connection, rebuild, end, carry(connection, rebuild, end, first));
            return false;
        });
    }

    private static String end(Connection connection, Rebuild rebuild) throws SQLException {
        try (var select = connection.prepareStatement(END.formatted(rebuild.live()))) {
            select.setString(1, rebuild.carriedTo());
            select.setInt(2, CHUNK);
            var row = select.executeQuery();
            row.next();
            return row.getString(1);
        }
    }

    private static int carry(Connection connection, Rebuild rebuild, String end, Map<TopicPartition, Long> first)
            throws SQLException {
        var partitions = List.copyOf(first.keySet());
        try (var insert = connection.prepareStatement(CARRY.formatted(rebuild.live()))) {
            insert.setString(1, rebuild.carriedTo());
            insert.setString(2, end);
            insert.setString(3, rebuild.carriedTo());
            insert.setString(4, end);
            insert.setArray(5, SqlArrays.column(connection, "text", partitions, TopicPartition::topic));
            insert.setArray(6, SqlArrays.column(connection, "integer", partitions, TopicPartition::partition));
            insert.setArray(7, SqlArrays.column(connection, "bigint", partitions, first::get));
            return insert.executeUpdate();
        }
    }

    private static void carried(Connection connection, Rebuild rebuild, String to, int more) throws SQLException {
        try (var update =
                connection.prepareStatement("update rebuild set carried_to = ?, carried = carried + ? where id = ?")) {
            update.setString(1, to);
            update.setInt(2, more);
            update.setObject(3, rebuild.id());
            update.executeUpdate();
        }
    }
}
