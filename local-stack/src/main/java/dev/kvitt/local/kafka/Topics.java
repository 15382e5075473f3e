package dev.kvitt.local.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates topics the way every local broker has them: one replica, stamped by the broker. */
public final class Topics {

    /** How long creating topics may take, in seconds. */
    static final int CREATE_LIMIT_SECONDS = 30;

    private Topics() {}

    /** Creates every {@link Topic} that is not there yet. */
    public static void createAll(String bootstrap) {
        create(bootstrap, Arrays.stream(Topic.values()).map(Topics::definition).toList());
    }

    /** Creates one topic; one that exists already is left as it is. */
    public static void create(String bootstrap, String name, int partitions) {
        create(bootstrap, List.of(definition(name, partitions)));
    }

    private static NewTopic definition(Topic topic) {
        return definition(topic.topicName(), topic.partitions());
    }

    private static NewTopic definition(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1)
                .configs(Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, LocalKafka.TIMESTAMP_TYPE));
    }

    private static void create(String bootstrap, List<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            for (var created : admin.createTopics(topics).values().entrySet()) {
                try {
                    created.getValue().get(CREATE_LIMIT_SECONDS, TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("Topic " + created.getKey() + " cannot be created", e);
                    }
                }
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("Kafka at " + bootstrap + " did not create its topics in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics", e);
        }
    }
}
