package dev.kvitt.gateway.messaging;

import dev.kvitt.events.TopicUser;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.jboss.logging.Logger;

/**
 * Keeps the producer's knowledge of our topics from running out. The producer never waits for it, so without this the
 * first webhook after a quiet time would be answered 503.
 */
@Singleton
public class TopicMetadata {

    private static final Logger LOG = Logger.getLogger(TopicMetadata.class);
    private static final List<String> TOPICS = TopicUser.WEBHOOK_GATEWAY.writes();
    private static final long INTERVAL_MILLIS = 500;

    private final Producer<String, byte[]> producer;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("topic-metadata").daemon().factory());
    private volatile boolean known;
    private volatile long lookedNanos = System.nanoTime();

    TopicMetadata(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    void start(@Observes StartupEvent event) {
        var unused = thread.scheduleWithFixedDelay(this::look, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    /** Whether the broker told where our topics are. */
    boolean known() {
        return known;
    }

    /** Since it last looked: it does so twice a second, and waits for nobody. */
    Duration idle() {
        return Duration.ofNanos(System.nanoTime() - lookedNanos);
    }

    private void look() {
        lookedNanos = System.nanoTime();
        var found = TOPICS.stream().filter(this::isKnown).count() == TOPICS.size();
        if (found != known) {
            LOG.infof(
                    found
                            ? "Kafka told where the topics are; webhooks can be taken"
                            : "Kafka does not tell where the topics are; webhooks are answered 503 and Vipps repeats them");
        }
        known = found;
    }

    /** Answers from the producer's memory; where it knows nothing, this makes it ask. What was thrown on would end the loop without a word. */
    private boolean isKnown(String topic) {
        try {
            return !producer.partitionsFor(topic).isEmpty();
        } catch (RuntimeException | Error e) {
            LOG.debugf("topic %s is not known yet: %s", topic, e);
            return false;
        }
    }
}
