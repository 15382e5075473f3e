package dev.kvitt.local.demo;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Topics;
import dev.kvitt.events.UnknownEventTypeException;
import dev.kvitt.events.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything that is said on Kafka from the moment this is opened, for whoever waits for a certain event. */
public final class EventLog implements AutoCloseable {

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<Seen> all = new ArrayList<>();
    private final Map<String, List<Seen>> byKey = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private final Thread thread = new Thread(this::run, "event-log");
    private volatile boolean closed;

    /** @param fromTheBeginning false to leave out what was said before */
    public EventLog(String bootstrap, boolean fromTheBeginning) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrap, "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var partitions = Topics.ALL.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new org.apache.kafka.common.TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromTheBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Only now is it known where reading begins.
        partitions.forEach(consumer::position);
        thread.setDaemon(true);
        thread.start();
    }

    /** The first event of a kind that fits, waiting for it. Empty when the time is up. */
    public <T extends EventData> Optional<T> await(Class<T> type, Predicate<T> wanted, Duration limit) {
        return await(all, type, wanted, limit);
    }

    /** The same of the events under a key only, however many others there are. */
    public <T extends EventData> Optional<T> await(String key, Class<T> type, Predicate<T> wanted, Duration limit) {
        lock.lock();
        try {
            return await(under(key), type, wanted, limit);
        } finally {
            lock.unlock();
        }
    }

    /** @param growing read under the lock only */
    private <T extends EventData> Optional<T> await(
            List<Seen> growing, Class<T> type, Predicate<T> wanted, Duration limit) {
        var end = System.nanoTime() + limit.toNanos();
        lock.lock();
        try {
            var next = 0;
            while (true) {
                for (; next < growing.size(); next++) {
                    var data = growing.get(next).event().data();
                    if (type.isInstance(data) && wanted.test(type.cast(data))) {
                        return Optional.of(type.cast(data));
                    }
                }
                var left = end - System.nanoTime();
                if (left <= 0) {
                    return Optional.empty();
                }
                var unused = more.await(left, TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** All so far under a key, in the order the broker had them. */
    public List<Seen> of(String key) {
        lock.lock();
        try {
            return under(key).stream()
                    .sorted(java.util.Comparator.comparing(Seen::at))
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    private List<Seen> under(String key) {
        return byKey.computeIfAbsent(key, unseen -> new ArrayList<>());
    }

    private void add(Seen seen) {
        all.add(seen);
        under(seen.key()).add(seen);
    }

    public List<Seen> all() {
        lock.lock();
        try {
            return List.copyOf(all);
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (!closed) {
                var records = consumer.poll(Duration.ofMillis(200));
                lock.lock();
                try {
                    records.forEach(record -> seen(record).ifPresent(this::add));
                    more.signalAll();
                } finally {
                    lock.unlock();
                }
            }
        } catch (WakeupException e) {
            // Closed while it was waiting.
        } finally {
            consumer.close();
        }
    }

    /** Empty for a message that is no event of ours: whoever tests with those looks for what became of them. */
    private static Optional<Seen> seen(ConsumerRecord<byte[], byte[]> record) {
        var headers = new HashMap<String, String>();
        record.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        if (record.key() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Seen(
                    record.topic(),
                    new String(record.key(), StandardCharsets.UTF_8),
                    Instant.ofEpochMilli(record.timestamp()),
                    EventCodec.read(headers, record.value()),
                    headers.getOrDefault("traceparent", "")));
        } catch (UnreadableEventException | UnknownEventTypeException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
