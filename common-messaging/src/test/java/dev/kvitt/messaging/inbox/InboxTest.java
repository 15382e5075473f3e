package dev.kvitt.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Topics;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.ServiceTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.CompressionType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class InboxTest extends ServiceTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void a_batch_is_applied_once_and_told_in_order() {
        for (var n = 1; n <= 20; n++) {
            for (var each = 1; each <= 5; each++) {
                Broker.send(sale(each).confirmed("r" + n));
            }
        }
        start();

        var all = IntStream.rangeClosed(1, 20).mapToObj(n -> "r" + n).toArray(String[]::new);
        for (var each = 1; each <= 5; each++) {
            happened(sale(each), all);
        }
        nothingLeftToSend();
        allToldInOrder(each(1, 5, 20));
        assertThat(messages(Topics.RECEIPT_EVENTS))
                .as("nothing is told twice without a crash")
                .hasSize(100);
    }

    @Test
    void a_repeated_message_changes_nothing() {
        var sale = sale(1);
        Broker.send(sale.confirmed("r1"));
        Broker.send(sale.confirmed("r1"));
        start();
        happened(sale, "r1");
        Broker.send(sale.confirmed("r1"));
        Broker.send(sale.confirmed("r2"));

        happened(sale, "r1", "r2");
        nothingLeftToSend();
        assertThat(told(sale)).containsExactly(1L, 2L);
    }

    @Test
    void state_applied_ids_offset_and_outbox_are_written_together_or_not_at_all() {
        var sale = sale(1);
        var place = Broker.send(sale.confirmed("r1"));
        handler.on("r1", (entity, effects) -> {
            assertThat(database.history(sale.key()))
                    .as("not seen before the commit")
                    .isEmpty();
            assertThat(database.number("select count(*) from outbox")).isZero();
            assertThat(next(place.topic(), place.partition())).isLessThanOrEqualTo(place.offset());
        });
        start();

        happened(sale, "r1");
        assertThat(next(place.topic(), place.partition())).isEqualTo(place.offset() + 1);
        assertThat(database.column("select cardinality(applied) from entity where key = '" + sale.key() + "'"))
                .containsExactly("1");
        assertThat(database.parked(sale.key())).isFalse();
    }

    @Test
    void reads_from_where_the_database_stands_whatever_kafka_believes() throws Exception {
        var before = Broker.send(sale(1).confirmed("r1"));
        try (var admin = Admin.create(Broker.clients())) {
            for (var wrong : new long[] {before.offset() + 1, 0}) {
                var partition = new TopicPartition(before.topic(), before.partition());
                admin.alterConsumerGroupOffsets(service, Map.of(partition, new OffsetAndMetadata(wrong)))
                        .all()
                        .get();
                try (var replica = start()) {
                    happened(sale(1), "r1");
                    Eventually.isTrue("ready", replica::ready);
                }
            }
        }
        assertThat(told(sale(1))).containsExactly(1L);
    }

    @Test
    void the_first_trace_of_a_sale_is_carried_to_what_comes_of_it() {
        Broker.send(sale(1).confirmed("r1"), Map.of("traceparent", TRACE));
        Broker.send(sale(1).confirmed("r2"));
        Broker.send(sale(2).confirmed("r1"), Map.of("traceparent", "somebody's own idea"));
        start();
        happened(sale(1), "r1", "r2");
        happened(sale(2), "r1");
        nothingLeftToSend();

        assertThat(messages(Topics.RECEIPT_EVENTS)).hasSize(3).allSatisfy(message -> {
            var trace = Broker.headers(message).get("traceparent");
            assertThat(trace).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
            assertThat(trace.equals(TRACE))
                    .isEqualTo(
                            new String(message.key(), java.nio.charset.StandardCharsets.UTF_8).equals(sale(1).key()));
        });
    }

    private long next(String topic, int partition) {
        return database.number("select next_offset from consumed_offset where topic = '%s' and partition = %d"
                .formatted(topic, partition));
    }

    @Test
    void a_till_may_compress_its_messages_as_it_likes() throws Exception {
        var sale = sale(1);
        var said = new ArrayList<String>();
        for (var compression : CompressionType.values()) {
            var config = new HashMap<>(Broker.clients());
            config.put("compression.type", compression.name);
            try (var till = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
                till.send(Broker.message(sale.confirmed(compression.name))).get();
            }
            said.add(compression.name);
        }
        start();
        happened(sale, said.toArray(String[]::new));
    }
}
