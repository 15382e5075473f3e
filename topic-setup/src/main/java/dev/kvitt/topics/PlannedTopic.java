package dev.kvitt.topics;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it is to be.
 *
 * @param config topic settings by Kafka's names; all others are the broker's to choose
 */
public record PlannedTopic(String name, int partitions, int replication, Map<String, String> config) {

    public PlannedTopic {
        config = Map.copyOf(config);
    }

    /** How Kafka is told. */
    public NewTopic toCreate() {
        return new NewTopic(name, partitions, (short) replication).configs(config);
    }
}
