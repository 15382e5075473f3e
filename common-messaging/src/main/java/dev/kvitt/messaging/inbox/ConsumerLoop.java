package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Backoff;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Pulse;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.messaging.store.Transactions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * Reads Kafka from where the database stands. Kafka's own committed offsets are written for dashboards only.
 */
public final class ConsumerLoop implements Stoppable {

    private static final Logger LOG = Logger.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration COMMIT_FOR_DASHBOARDS = Duration.ofSeconds(5);

    private final Map<String, Object> config;
    private final Batches batches;
    private final Place place;
    private final ReadMarks marks;
    private final Backoff backoff = new Backoff();
    private final Thread thread;
    private final Pulse pulse;
    private volatile KafkaConsumer<byte[], byte[]> consumer;
    private volatile boolean stopped;
    private volatile boolean ready;
    private volatile long lag;
    private volatile long lastGoodRoundNanos = System.nanoTime();
    private long lastCommitNanos = System.nanoTime();

    /** @param config of the Kafka consumer: bootstrap servers, group id, security */
    public ConsumerLoop(Map<String, Object> config, Batches batches, Transactions transactions, ReadMarks marks) {
        this.config = ConsumerSettings.of(config);
        this.batches = batches;
        this.place = new Place(transactions);
        this.marks = marks;
        this.thread = new Thread(this::run, "kvitt-consumer");
        this.pulse = new Pulse(thread);
        batches.whileBusy(pulse::beat);
    }

    @Override
    public void start() {
        thread.start();
    }

    /** Partitions have been assigned and their offsets loaded, no topic is missing, and the last round succeeded. */
    public boolean ready() {
        return ready && marks.missing().isEmpty();
    }

    /** Messages in our partitions that were not applied after the last round that succeeded. */
    public long lag() {
        return lag;
    }

    /** Since the last round that succeeded, or the start. While rounds fail nobody knows how much there is to read. */
    public Duration sinceLastGoodRound() {
        return Duration.ofNanos(System.nanoTime() - lastGoodRoundNanos);
    }

    @Override
    public String name() {
        return "consumer";
    }

    @Override
    public Duration idle() {
        return pulse.idle();
    }

    @Override
    public void close() {
        stopped = true;
        var current = consumer;
        if (current != null) {
            current.wakeup();
        }
        Stoppable.join(thread);
    }

    private void run() {
        while (!stopped) {
            try (var fresh = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                consumer = fresh;
                fresh.subscribe(batches.topics(), place.assigned(fresh));
                while (!stopped) {
                    round(fresh);
                }
            } catch (WakeupException e) {
                LOG.debug("The consumer was woken up to stop");
            } catch (InterruptException e) {
                LOG.debug("The consumer was interrupted to stop");
                return;
            } catch (ErrorsOfTheProcess.BrokenProcessException e) {
                ready = false;
                LOG.errorf(
                        "This process reads no more: %s (%s), so it is broken and not the sales. Nothing is lost and no other sale is"
                                + " parked. It has to be started again: Kubernetes does so, as it is not alive any more; with Compose do"
                                + " so yourself. If that does not help, take the build back.",
                        e.getMessage(), Failures.reason(e));
                return;
            } catch (RuntimeException | Error e) {
                ready = false;
                LOG.warnf("The consumer starts again: %s", Failures.reason(e));
                backoff.sleep(() -> stopped);
            }
            pulse.beat();
        }
    }

    private void round(KafkaConsumer<byte[], byte[]> from) {
        var records = from.poll(POLL);
        try {
            place.check();
            if (!records.isEmpty()) {
                batches.process(Messages.of(records), place.positions());
            }
            marks.read(from, place.positions());
        } catch (WakeupException e) {
            throw e;
        } catch (RuntimeException e) {
            recover(from, e);
            return;
        }
        backoff.reset();
        ready = !from.assignment().isEmpty() || ready;
        pulse.beat();
        lastGoodRoundNanos = System.nanoTime();
        lag = from.assignment().stream()
                .mapToLong(partition -> from.currentLag(partition).orElse(0))
                .sum();
        commitForDashboards(from);
    }

    /** Nothing was written. Stays in the group, waits, and reads again from where the database stands. */
    private void recover(KafkaConsumer<byte[], byte[]> from, RuntimeException failure) {
        if (!Failures.passing(failure)) {
            throw failure;
        }
        ready = false;
        LOG.warnf("A batch has to wait: %s", Failures.reason(failure));
        do {
            // Polling while paused reads nothing and keeps us in the group.
            from.pause(from.assignment());
            var end = System.nanoTime() + backoff.next().toNanos();
            while (!stopped && System.nanoTime() < end) {
                from.poll(POLL);
            }
            // Waiting for the database is no standstill: another start would not help.
            pulse.beat();
        } while (!stopped && !seekIfPossible(from));
        from.resume(from.assignment());
    }

    private boolean seekIfPossible(KafkaConsumer<byte[], byte[]> from) {
        try {
            place.seek(from, from.assignment());
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("Still waiting: %s", Failures.reason(e));
            return false;
        }
    }

    private void commitForDashboards(KafkaConsumer<byte[], byte[]> from) {
        if (System.nanoTime() - lastCommitNanos < COMMIT_FOR_DASHBOARDS.toNanos()) {
            return;
        }
        lastCommitNanos = System.nanoTime();
        from.commitAsync(
                from.assignment().stream()
                        .collect(Collectors.toMap(
                                each -> each,
                                each -> new OffsetAndMetadata(place.positions().of(each)))),
                (offsets, failure) -> {
                    if (failure != null) {
                        LOG.debugf("Offsets for dashboards were not written: %s", Failures.reason(failure));
                    }
                });
    }
}
