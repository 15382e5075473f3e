package dev.kvitt.local.kafka;

import dev.kvitt.topics.PlannedTopic;
import dev.kvitt.topics.TopicPlan;
import dev.kvitt.topics.TopicSettings;
import dev.kvitt.topics.TopicSetup;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Creates topics the way every installation has them, as small as a laptop needs them. */
public final class Topics {

    /** Where points of sale of the local registry speak that may not pay money back. */
    public static final String SELF_SERVICE = "pos.self-service";

    /** Partitions of every topic keyed by sale; the same for all, so that one sale has one partition number everywhere. */
    public static final int SALE_PARTITIONS = 4;

    /** How long creating topics may take, in milliseconds. */
    private static final int CREATE_LIMIT_MILLIS = 30_000;

    private Topics() {}

    /** Every topic as a laptop has it, without those of single points of sale. */
    public static List<PlannedTopic> plan() {
        return TopicPlan.of(TopicSettings.ofOneBroker(SALE_PARTITIONS, List.of()));
    }

    /** Creates every topic that is not there yet. */
    public static void createAll(String bootstrap) {
        create(bootstrap, plan());
    }

    /** Creates one topic; one that exists already is left as it is. */
    public static void create(String bootstrap, String name, int partitions) {
        create(
                bootstrap,
                TopicPlan.of(TopicSettings.ofOneBroker(partitions, List.of(name))).stream()
                        .filter(topic -> topic.name().equals(name))
                        .toList());
    }

    private static void create(String bootstrap, List<PlannedTopic> topics) {
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                CREATE_LIMIT_MILLIS))) {
            new TopicSetup(admin, topics).createMissing();
        } catch (KafkaException e) {
            throw new IllegalStateException("Kafka at " + bootstrap + " did not create its topics", e);
        }
    }
}
