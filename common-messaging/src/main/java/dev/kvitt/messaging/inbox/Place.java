package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.StaleException;
import dev.kvitt.messaging.store.Transactions;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/** Where in the log a consumer is to read: where the database stands, and nowhere else. */
final class Place {

    private static final Logger LOG = Logger.getLogger(Place.class);

    /** How often the database is asked whether it still stands where we believe. */
    private static final Duration COMPARE_EVERY = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final Positions positions = new Positions();
    /** Partitions are assigned whose place could not be read. */
    private boolean lost;

    private long lastComparedNanos = System.nanoTime();

    Place(Transactions transactions) {
        this.transactions = transactions;
    }

    Positions positions() {
        return positions;
    }

    /**
     * Called in each round, before anything that was read is applied. A database that was restored while nothing comes in
     * would otherwise not be noticed.
     *
     * @throws StaleException when what was read is not what the database needs next: seek and read again
     */
    void check() {
        if (lost) {
            throw new StaleException("it is not known where new partitions stand");
        }
        if (System.nanoTime() - lastComparedNanos < COMPARE_EVERY.toNanos()) {
            return;
        }
        lastComparedNanos = System.nanoTime();
        var expected = positions.all();
        var stored = transactions.run(connection -> Offsets.stored(connection, expected.keySet()));
        if (!stored.equals(expected)) {
            throw new StaleException("the database is not where this consumer left it");
        }
    }

    /** Has all partitions read on from where the database stands. */
    void seek(KafkaConsumer<?, ?> consumer, Collection<TopicPartition> assignment) {
        seekSome(consumer, assignment);
        lost = false;
    }

    private void seekSome(KafkaConsumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        var first = consumer.beginningOffsets(partitions);
        var loaded = transactions.run(connection -> Offsets.load(connection, first));
        positions.put(loaded);
        loaded.forEach((partition, offset) -> {
            if (offset < first.get(partition)) {
                LOG.errorf(
                        "%s: messages %d to %d were deleted from Kafka before they were read; retention is too short",
                        partition, offset, first.get(partition) - 1);
            }
            consumer.seek(partition, offset);
        });
    }

    /** For the subscription of a new consumer, which has no partitions yet. */
    ConsumerRebalanceListener assigned(KafkaConsumer<?, ?> consumer) {
        positions.clear();
        lost = false;
        return new Assignment(consumer);
    }

    private final class Assignment implements ConsumerRebalanceListener {

        private final KafkaConsumer<?, ?> consumer;

        private Assignment(KafkaConsumer<?, ?> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            try {
                seekSome(consumer, partitions);
            } catch (WakeupException | InterruptException e) {
                throw e;
            } catch (RuntimeException e) {
                if (!Failures.passing(e)) {
                    throw e;
                }
                // Leaving the group would only disturb the others; what is read until it is known is dropped.
                LOG.warnf("Where new partitions stand cannot be read: %s", Failures.reason(e));
                lost = true;
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            positions.remove(partitions);
        }
    }
}
