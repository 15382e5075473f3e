package dev.kvitt.operations.services;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.quarkus.MessagingConfig;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.jboss.logging.Logger;

/** How far the services' groups are behind, as Kafka has it: what they have committed for dashboards, up to 5 s ago. */
@Singleton
public class GroupLags {

    private static final Logger LOG = Logger.getLogger(GroupLags.class);
    private static final int LIMIT_SECONDS = 5;

    private final Map<String, Object> config;
    private Admin admin;

    GroupLags(MessagingConfig messaging) {
        config = new HashMap<>(messaging.kafka().properties());
        config.put("bootstrap.servers", messaging.kafka().bootstrap());
        config.put("client.id", "operations-service-lag");
        config.put("default.api.timeout.ms", Integer.toString(LIMIT_SECONDS * 1000));
        config.put("request.timeout.ms", Integer.toString(LIMIT_SECONDS * 1000 - 1000));
    }

    /**
     * Of one group.
     *
     * @param messages that it has not said it has applied; of partitions that it has read from
     * @param byTopic the same of each topic that has any
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Lag(long messages, Map<String, Long> byTopic) {}

    /** Empty when Kafka cannot be asked, or the group has committed nothing. */
    public Optional<Lag> of(String group) {
        try {
            var committed = admin()
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .entrySet()
                    .stream()
                    .filter(each -> each.getValue() != null)
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, each -> each.getValue().offset()));
            if (committed.isEmpty()) {
                return Optional.empty();
            }
            var ends = admin().listOffsets(committed.keySet().stream()
                            .collect(Collectors.toMap(each -> each, each -> OffsetSpec.latest())))
                    .all()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            var byTopic = new HashMap<String, Long>();
            committed.forEach((partition, offset) -> {
                var behind = Math.max(0, ends.get(partition).offset() - offset);
                if (behind > 0) {
                    byTopic.merge(partition.topic(), behind, Long::sum);
                }
            });
            return Optional.of(
                    new Lag(byTopic.values().stream().mapToLong(Long::longValue).sum(), byTopic));
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            LOG.warnf("The lag of %s is not known: %s", group, Failures.reason(e));
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(config);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }
}
