package dev.kvitt.topics;

import dev.kvitt.events.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;

/** Every topic of an installation. Tests, laptops and clusters create them from here. */
public final class TopicPlan {

    /** The broker's clock stamps every record: the day of a refund must not be the sender's to choose. */
    public static final String TIMESTAMP_TYPE = "LogAppendTime";

    /** What cannot be read has no sale to be kept in order with. */
    private static final int QUARANTINE_PARTITIONS = 1;

    private static final String UNLIMITED = "-1";

    private TopicPlan() {}

    /** In no particular order; each name once. */
    public static List<PlannedTopic> of(TopicSettings settings) {
        return Stream.concat(Topics.ALL.stream(), settings.pointsOfSale().stream())
                .distinct()
                .map(name -> topic(name, settings))
                .toList();
    }

    private static PlannedTopic topic(String name, TopicSettings settings) {
        return new PlannedTopic(
                name,
                name.equals(Topics.QUARANTINE) ? QUARANTINE_PARTITIONS : settings.partitions(),
                settings.replication(),
                config(settings));
    }

    private static Map<String, String> config(TopicSettings settings) {
        return Map.of(
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                TIMESTAMP_TYPE,
                // The topics are the operators' archive, and what a restored database catches up from.
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_DELETE,
                TopicConfig.RETENTION_MS_CONFIG,
                settings.retention()
                        .map(Duration::toMillis)
                        .map(String::valueOf)
                        .orElse(UNLIMITED),
                TopicConfig.RETENTION_BYTES_CONFIG,
                UNLIMITED,
                TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                Integer.toString(settings.minInsync()),
                // A copy that lags behind must never become the truth.
                TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
                "false");
    }
}
