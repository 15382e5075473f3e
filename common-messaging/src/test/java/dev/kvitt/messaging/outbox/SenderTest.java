package dev.kvitt.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.messaging.outbox.OutboxRows.OutboxRow;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class SenderTest {

    private static final List<OutboxRow> ROWS = LongStream.rangeClosed(1, 3)
            .mapToObj(id -> new OutboxRow(id, "payment.events", "123456/sale-00001", Map.of(), new byte[] {(byte) id}))
            .toList();

    @Test
    void what_a_broker_that_comes_back_gets_first_is_what_was_said_first() {
        var comesBack = new ComesBack();
        try (var sender = new Sender(comesBack)) {
            assertThatThrownBy(() -> sender.send(ROWS, () -> true)).isInstanceOf(KafkaException.class);
            sender.send(ROWS, () -> true);
        }

        assertThat(comesBack.history())
                .extracting(message -> (int) message.value()[0])
                .containsExactly(1, 2, 3);
        assertThat(new String(comesBack.history().getFirst().key(), StandardCharsets.UTF_8))
                .isEqualTo("123456/sale-00001");
    }

    @Test
    void whoever_looks_why_the_outbox_waits_is_told_which_topic_is_not_its_to_write_to() {
        try (var sender = new Sender(new MayNotWrite())) {
            assertThatThrownBy(() -> sender.send(ROWS, () -> true))
                    .isInstanceOfSatisfying(Sender.NotTakenException.class, failure -> assertThat(failure.topic())
                            .isEqualTo("payment.events"));
        }
    }

    private static final class MayNotWrite extends MockProducer<byte[], byte[]> {

        private MayNotWrite() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message) {
            return CompletableFuture.failedFuture(new TopicAuthorizationException(message.topic()));
        }
    }

    /** A producer that waits in vain for the leader of a topic says so at once, and is not harmed by it. */
    private static final class ComesBack extends MockProducer<byte[], byte[]> {

        private boolean away = true;

        private ComesBack() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message) {
            if (away) {
                away = false;
                return CompletableFuture.failedFuture(new TimeoutException("no leader within 10 s"));
            }
            return super.send(message);
        }
    }
}
