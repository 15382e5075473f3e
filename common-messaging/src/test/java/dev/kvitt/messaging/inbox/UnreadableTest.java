package dev.kvitt.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.History;
import dev.kvitt.messaging.support.Sale;
import dev.kvitt.messaging.support.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

/** Whoever asks for something in a way that nobody can read is told so. */
class UnreadableTest extends ServiceTest {

    private static final byte[] FLOAT = bytes("{\"requestId\":\"drop-1\",\"amount\":{\"value\":49.9}}");

    @Test
    void a_request_that_nobody_can_read_is_refused_once_and_quarantined() {
        handler.whenUnreadable((entity, effects) -> History.add(entity, effects, "refused"));
        var event = sale(1).confirmed("drop-1");
        sendUnreadable(event, FLOAT);
        sendUnreadable(event, FLOAT);
        Broker.send(sale(1).confirmed("r2"));
        start();

        happened(sale(1), "refused", "r2");
        nothingLeftToSend();
        assertThat(quarantined()).hasSize(2);
        allToldInOrder(sale(1), 2);
        assertThat(handler.refused()).first().satisfies(message -> {
            assertThat(message.entityKey()).isEqualTo(sale(1).key());
            assertThat(message.eventId()).isEqualTo(event.id());
            assertThat(message.reason()).contains("amount");
            assertThat(message.tillId()).contains("till-1");
            assertThat(message.requestId()).contains("drop-1");
            assertThat(message.toString()).doesNotContain("drop-1");
        });
        assertThat(database.parked(sale(1).key())).isFalse();
    }

    @Test
    void a_request_that_is_right_in_the_end_is_no_repetition_of_the_one_that_was_refused() {
        var event = sale(1).confirmed("drop-1");
        sendUnreadable(event, FLOAT);
        Broker.send(event);
        start();

        happened(sale(1), "drop-1");
        assertThat(handler.refused()).hasSize(1);
    }

    @Test
    void refusing_alone_makes_no_state() {
        sendUnreadable(sale(1).confirmed("drop-1"), FLOAT);
        Broker.send(sale(2).confirmed("r1"));
        start();

        happened(sale(2), "r1");
        Eventually.see(() -> assertThat(handler.refused()).hasSize(1));
        nothingLeftToSend();
        assertThat(database.column("select state from entity where key = '" + sale(1).key() + "'"))
                .allMatch(java.util.Objects::isNull);
    }

    @Test
    void without_an_id_the_place_of_a_message_names_it() {
        for (var number = 0; number < 2; number++) {
            Broker.send(Topics.POS_SALES, sale(1).key(), Map.of("ce_id", "1-1-1-1-1", "ce_tillid", "a b"), null);
        }
        start();

        Eventually.see(() -> assertThat(handler.refused()).hasSize(2));
        assertThat(handler.refused().stream().map(message -> message.eventId())).doesNotHaveDuplicates();
        assertThat(handler.refused()).allSatisfy(message -> {
            assertThat(message.tillId()).isEqualTo(Optional.empty());
            assertThat(message.requestId()).isEqualTo(Optional.empty());
        });
    }

    @Test
    void under_a_key_that_names_no_sale_nobody_can_be_told() {
        var headers = EventCodec.headers(sale(1).confirmed("drop-1"));
        Broker.send(Topics.POS_SALES, null, headers, FLOAT);
        var keys = List.of("", msn.value(), msn + "/", msn + "/short", msn + "/sale 00001", msn + "/" + "s".repeat(61));
        keys.forEach(key -> Broker.send(Topics.POS_SALES, key, headers, FLOAT));
        Broker.send(sale(2).confirmed("r1"));
        start();

        happened(sale(2), "r1");
        Eventually.see(() -> assertThat(quarantined()).hasSize(keys.size() + 1));
        assertThat(handler.refused()).isEmpty();
        assertThat(database.column("select key from entity")).containsExactly(sale(2).key());
    }

    @Test
    void what_is_nobodys_request_is_quarantined_only() {
        Broker.send(Topics.VIPPS_PAYMENTS, sale(1).key(), Map.of(), FLOAT);
        start();

        Eventually.see(() -> assertThat(quarantined()).hasSize(1));
        assertThat(handler.refused()).isEmpty();
    }

    @Test
    void a_handler_that_fails_to_refuse_stops_and_parks_nothing() {
        handler.whenUnreadable((entity, effects) -> {
            History.add(entity, effects, "refused");
            throw new IllegalStateException("a bug");
        });
        var behind = behindRefusal();
        start();

        happened(behind, "r0", "r1");
        happened(sale(1), "r0", "r2");
        nothingLeftToSend();
        assertThat(quarantined()).hasSize(1);
        assertThat(told(sale(1))).as("nothing half told").containsExactly(1L, 2L);
        assertThat(database.number("select count(*) from parked")).isZero();
        assertThat(database.parked(sale(1).key())).isFalse();
    }

    @Test
    void a_refusal_that_no_database_takes_stops_and_parks_nothing() {
        handler.whenUnreadable((entity, effects) -> entity.state("[\"a\\u0000b\"]"));
        var behind = behindRefusal();
        start();

        happened(behind, "r0", "r1");
        happened(sale(1), "r0", "r2");
        Eventually.see(() -> assertThat(quarantined()).hasSize(1));
        assertThat(database.parked(sale(1).key())).isFalse();
    }

    @Test
    void a_parked_sale_refuses_too() {
        handler.on("poison", (entity, effects) -> {
            throw new IllegalStateException("a bug");
        });
        handler.whenUnreadable((entity, effects) -> History.add(entity, effects, "refused"));
        Broker.send(sale(1).confirmed("poison"));
        start();
        Eventually.isTrue("parked", () -> database.parked(sale(1).key()));
        sendUnreadable(sale(1).confirmed("drop-1"), FLOAT);

        happened(sale(1), "refused");
        assertThat(database.parked(sale(1).key())).isTrue();
        assertThat(database.number("select count(*) from parked")).isEqualTo(1);
    }

    /** An unreadable message with more behind it on its partition, of its own sale and of another. */
    private Sale behindRefusal() {
        var other = neighbour(sale(1));
        sendUnreadable(sale(1).confirmed("drop-1"), FLOAT);
        Broker.send(sale(1).confirmed("r2"));
        Broker.send(other.confirmed("r1"));
        return other;
    }

    private static RecordMetadata sendUnreadable(Event<?> event, byte[] value) {
        return Broker.send(event.topic(), event.key(), EventCodec.headers(event), value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
