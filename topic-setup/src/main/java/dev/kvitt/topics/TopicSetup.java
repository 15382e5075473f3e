package dev.kvitt.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Brings a cluster's topics to a plan: creates those that are missing and looks at the others. Changes nothing that is
 * there; may be run again at any time, also by several at once.
 */
public final class TopicSetup {

    private final Admin admin;
    private final Map<String, PlannedTopic> plan;

    public TopicSetup(Admin admin, List<PlannedTopic> plan) {
        this.admin = admin;
        this.plan = plan.stream().collect(Collectors.toMap(PlannedTopic::name, Function.identity()));
    }

    /**
     * Creates every topic of the plan that is not there.
     *
     * @return the names of those created by this call
     * @throws org.apache.kafka.common.KafkaException when Kafka refuses; what was created before stays
     */
    public List<String> createMissing() {
        List<NewTopic> wanted =
                plan.values().stream().map(PlannedTopic::toCreate).toList();
        var created = new ArrayList<String>();
        admin.createTopics(wanted).values().forEach((name, answer) -> {
            try {
                get(answer);
                created.add(name);
            } catch (TopicExistsException e) {
                // Looked at by findings().
            }
        });
        return created.stream().sorted().toList();
    }

    /** Everything about the topics of the plan that differs from it; those created by {@link #createMissing} may be left out. */
    List<Finding> findings(List<String> justCreated) {
        var names = plan.keySet().stream()
                .filter(name -> !justCreated.contains(name))
                .sorted()
                .toList();
        var findings = new ArrayList<Finding>();
        var found = new HashMap<String, TopicDescription>();
        admin.describeTopics(names).topicNameValues().forEach((name, answer) -> {
            try {
                found.put(name, get(answer));
            } catch (UnknownTopicOrPartitionException e) {
                findings.add(Finding.problem(name + " is missing. Services that read it do not become ready."));
            }
        });
        var configs = configs(List.copyOf(found.keySet()));
        names.stream().filter(found::containsKey).forEach(name -> findings.addAll(compare(found.get(name), configs)));
        return findings;
    }

    private List<Finding> compare(TopicDescription found, Map<String, Map<String, String>> configs) {
        var replication = found.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        return TopicCheck.of(plan.get(found.name()), found.partitions().size(), replication, configs.get(found.name()));
    }

    private Map<String, Map<String, String>> configs(List<String> names) {
        var resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        var configs = new HashMap<String, Map<String, String>>();
        admin.describeConfigs(resources)
                .values()
                .forEach((resource, answer) -> configs.put(resource.name(), values(get(answer))));
        return configs;
    }

    private static Map<String, String> values(Config config) {
        var values = new HashMap<String, String>();
        for (ConfigEntry entry : config.entries()) {
            values.put(entry.name(), entry.value());
        }
        return values;
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
