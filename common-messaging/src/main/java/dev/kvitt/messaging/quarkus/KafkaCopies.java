package dev.kvitt.messaging.quarkus;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Looks now and then how many copies Kafka keeps of the topics that we read. Whether it may look is Kafka's to say; nothing rests on it. */
@Singleton
class KafkaCopies {

    private static final Logger LOG = Logger.getLogger(KafkaCopies.class);
    private static final Duration EVERY = Duration.ofSeconds(30);
    /** Not among the first things that a starting process does. */
    private static final Duration FIRST = Duration.ofSeconds(5);

    private final Messaging messaging;
    private final MessagingConfig config;
    private final Map<String, Object> client;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("kvitt-kafka-copies").daemon().factory());
    private Admin admin;
    private volatile Optional<TopicCopies> latest = Optional.empty();
    private volatile String whyUnknown = "Kafka was not asked yet";
    private List<String> told = List.of();

    KafkaCopies(
            @ConfigProperty(name = "quarkus.application.name") String service,
            Messaging messaging,
            MessagingConfig config) {
        this.messaging = messaging;
        this.config = config;
        this.client = Messaging.clients(config, "client.id", service + "-copies");
    }

    void start(@Observes StartupEvent event, MeterRegistry registry) {
        gauge(registry, "kvitt.kafka.topics.unsafe", "Topics with fewer copies than wanted", copies -> copies.unsafe()
                .size());
        gauge(
                registry,
                "kvitt.kafka.partitions.below.min.insync",
                "Partitions that take no writes",
                TopicCopies::belowMinInsync);
        var unused =
                thread.scheduleWithFixedDelay(this::look, FIRST.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    /** Not a number while Kafka does not say. */
    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<TopicCopies> value) {
        Gauge.builder(name, this, copies -> copies.latest
                        .map(value::applyAsDouble)
                        .orElse(Double.NaN))
                .description(what)
                .strongReference(true)
                .register(registry);
    }

    /** Empty while Kafka has not said. */
    Optional<TopicCopies> latest() {
        return latest;
    }

    /** Where {@link #latest} is empty. */
    String whyUnknown() {
        return whyUnknown;
    }

    void look() {
        try {
            if (admin == null) {
                admin = Admin.create(client);
            }
            var found = TopicCopies.of(
                    read(messaging.topics()),
                    config.kafka().expectedReplication(),
                    config.kafka().expectedMinInsync());
            latest = Optional.of(found);
            tell(found.unsafe());
        } catch (ExecutionException | KafkaException e) {
            var cause = e instanceof ExecutionException && e.getCause() != null ? e.getCause() : e;
            whyUnknown = cause.getClass().getSimpleName();
            latest = Optional.empty();
            LOG.debugf("How many copies Kafka keeps is not known: %s", cause.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(List<String> unsafe) {
        if (!unsafe.isEmpty() && !unsafe.equals(told)) {
            LOG.warnf(
                    "Too few copies for production; with a broker, events that were confirmed may be lost: %s. Raise them, or"
                            + " say with kvitt.kafka.expected-replication and kvitt.kafka.expected-min-insync what is wanted.",
                    String.join("; ", unsafe));
        }
        told = unsafe;
    }

    private List<TopicCopies.Topic> read(Collection<String> topics) throws ExecutionException, InterruptedException {
        var resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        var descriptions =
                admin.describeTopics(Set.copyOf(topics)).allTopicNames().get();
        var configs = admin.describeConfigs(resources).all().get();
        return resources.stream()
                .map(topic -> topic(descriptions.get(topic.name()), configs.get(topic)))
                .toList();
    }

    private static TopicCopies.Topic topic(TopicDescription topic, Config config) {
        return new TopicCopies.Topic(
                topic.name(),
                topic.partitions().stream()
                        .mapToInt(partition -> partition.replicas().size())
                        .min()
                        .orElse(0),
                Integer.parseInt(
                        config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value()),
                topic.partitions().stream()
                        .map(partition -> partition.isr().size())
                        .toList());
    }
}
