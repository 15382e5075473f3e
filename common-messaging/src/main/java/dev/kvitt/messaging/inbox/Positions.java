package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Incoming;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Where a consumer believes its partitions stand in the database; {@link Offsets#advance} finds out whether it is so. */
public final class Positions implements Progress {

    private final Map<TopicPartition, Long> next = new HashMap<>();

    public void put(Map<TopicPartition, Long> loaded) {
        next.putAll(loaded);
    }

    public void remove(Collection<TopicPartition> partitions) {
        next.keySet().removeAll(partitions);
    }

    public void clear() {
        next.clear();
    }

    /** The offset behind the last message applied. */
    public long of(TopicPartition partition) {
        return next.get(partition);
    }

    Map<TopicPartition, Long> all() {
        return Map.copyOf(next);
    }

    @Override
    public Move past(List<Incoming> messages) {
        var steps = steps(messages);
        return new Move() {
            @Override
            public void write(Connection connection) throws SQLException {
                Offsets.advance(connection, steps);
            }

            @Override
            public void written() {
                advanced(steps);
            }
        };
    }

    /** From where the partitions of these messages stand to behind the last of each. */
    public List<Offsets.Step> steps(List<Incoming> messages) {
        var steps = new LinkedHashMap<TopicPartition, Offsets.Step>();
        for (var message : messages) {
            var partition = new TopicPartition(message.topic(), message.partition());
            steps.put(partition, new Offsets.Step(partition, of(partition), message.offset() + 1));
        }
        return List.copyOf(steps.values());
    }

    /** The steps are committed. */
    public void advanced(List<Offsets.Step> steps) {
        steps.forEach(step -> next.put(step.partition(), step.to()));
    }
}
