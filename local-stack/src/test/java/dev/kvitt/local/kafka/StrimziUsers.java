package dev.kvitt.local.kafka;

import dev.kvitt.events.TopicUser;
import dev.kvitt.events.Topics;
import dev.kvitt.local.GeneratedFile;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** {@code deploy/helm/examples/strimzi-users.yaml}: the same rules for clusters that Strimzi looks after, in Strimzi's own words. */
final class StrimziUsers {

    private static final String HEAD =
            """
            # NOT RUN HERE: who may do what on Kafka, for Strimzi (strimzi.yaml). Made from TopicUser by
            # %s
            # point-of-sale stands for one back end of tills, which writes to pos.sales; each gets a user of its own.
            """;

    private StrimziUsers() {}

    static String text() {
        return HEAD.formatted(GeneratedFile.COMMAND)
                + Arrays.stream(TopicUser.values()).map(StrimziUsers::user).collect(Collectors.joining());
    }

    private static String user(TopicUser user) {
        Map<ResourcePattern, TreeSet<String>> rules = new LinkedHashMap<>();
        for (AclBinding rule : AccessRules.of(user, user.principal(), List.of(Topics.POS_SALES))) {
            rules.computeIfAbsent(rule.pattern(), pattern -> new TreeSet<>())
                    .add(operation(rule.entry().operation()));
        }
        return """
                ---
                apiVersion: kafka.strimzi.io/v1beta2
                kind: KafkaUser
                metadata:
                  name: %s
                  namespace: kafka
                  labels: {strimzi.io/cluster: kvitt}
                spec:
                  authentication: {type: scram-sha-512}
                  authorization:
                    type: simple
                    acls:
                """
                        .formatted(user.principal())
                + rules.entrySet().stream()
                        .map(rule -> "      - {resource: %s, operations: [%s]}\n"
                                .formatted(resource(rule.getKey()), String.join(", ", rule.getValue())))
                        .collect(Collectors.joining());
    }

    private static String resource(ResourcePattern what) {
        var type = what.resourceType() == ResourceType.TOPIC ? "topic" : "group";
        var pattern = what.patternType() == PatternType.PREFIXED ? ", patternType: prefix" : "";
        return "{type: %s, name: %s%s}".formatted(type, what.name(), pattern);
    }

    private static String operation(AclOperation operation) {
        return switch (operation) {
            case READ -> "Read";
            case DESCRIBE -> "Describe";
            case WRITE -> "Write";
            case DESCRIBE_CONFIGS -> "DescribeConfigs";
            default -> throw new IllegalArgumentException("no name for " + operation);
        };
    }
}
