package dev.kvitt.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.NoSealingKeyException;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.store.Door;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.messaging.support.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** The keys to seal with are another service's, which may hang. */
class SealingOutsideLocksTest extends ServiceTest {

    private final AtomicInteger open = new AtomicInteger();
    private final List<Integer> openWhenAsked = new ArrayList<>();
    private final Positions positions = new Positions();

    @Test
    void no_transaction_is_open_while_keys_are_asked_for() {
        process(bytes("{"));

        assertThat(openWhenAsked).containsExactly(0);
        assertThat(handler.refused()).hasSize(1);
    }

    @Test
    void nor_is_one_when_refusing_fails_and_keys_are_asked_for_once_only() {
        handler.whenUnreadable((entity, effects) -> {
            throw new IllegalStateException("a bug");
        });
        process(bytes("{"));

        assertThat(openWhenAsked).containsExactly(0);
    }

    private void process(byte[] value) {
        var transactions = counting(database.transactions());
        var partition = new TopicPartition(Topics.POS_SALES, 0);
        positions.put(transactions.run(connection -> Offsets.load(connection, Map.of(partition, 0L))));
        var from = positions.of(partition);
        var clock = InstantSource.system();
        var reader = new Reader(service, handler, new Sealer(this::noKeys, clock), clock);
        new Inbox(new Door(transactions, clock), handler, reader, new Parking(handler))
                .process(
                        List.of(new Incoming(Topics.POS_SALES, 0, from, sale(1).key(), Map.of(), value, Instant.EPOCH)),
                        positions);
        assertThat(positions.of(partition)).isEqualTo(from + 1);
    }

    private JWKSet noKeys() {
        openWhenAsked.add(open.get());
        throw new NoSealingKeyException("away");
    }

    private Transactions counting(Transactions transactions) {
        return new Transactions() {
            @Override
            public <T> T run(Work<T> work) {
                open.incrementAndGet();
                try {
                    return transactions.run(work);
                } finally {
                    open.decrementAndGet();
                }
            }
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
