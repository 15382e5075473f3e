package dev.kvitt.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Quarantined;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Replica;
import dev.kvitt.messaging.support.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QuarantineTest extends ServiceTest {

    private static final byte[] NOTHING = {};

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("no JSON", bytes("4790000000 paid")),
                Arguments.of("half a JSON", bytes("{\"msn\":\"123456\",")),
                Arguments.of("bad UTF-8", new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'}),
                Arguments.of("nothing", NOTHING),
                Arguments.of(
                        "a number out of range",
                        bytes("{\"msn\":\"123456\",\"saleId\":\"sale-1\",\"amount\":"
                                + "{\"value\":-1,\"currency\":\"NOK\"}}")),
                Arguments.of("an event that names no sale", bytes("{}")),
                Arguments.of("deep nesting", bytes("[".repeat(100_000))),
                Arguments.of("deep nesting in an unknown field", bytes("{\"x\":" + "{\"x\":".repeat(50_000))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void unreadable(String what, byte[] body) {
        var place = Broker.send(Topics.POS_SALES, sale(1).key(), confirmed(), body);
        Broker.send(sale(1).confirmed("behind " + what));
        start();

        happened(sale(1), "behind " + what);
        nothingLeftToSend();
        var found = only(place);
        assertThat(opened(found.body())).isEqualTo(body);
        assertThat(found.reason()).isNotBlank().doesNotContain("4790000000");
        assertThat(database.number("select count(*) from parked")).isZero();
    }

    @Test
    void a_body_too_large_to_seal_stays_at_its_source() {
        var place = Broker.send(Topics.POS_SALES, sale(1).key(), confirmed(), bytes("x".repeat(1_000_000)));
        Broker.send(sale(1).confirmed("r1"));
        start();

        happened(sale(1), "r1");
        nothingLeftToSend();
        assertThat(only(place).body()).isNull();
    }

    @Test
    void the_largest_body_that_is_sealed_can_be_sent() {
        var body = bytes("x".repeat(Sealed.MAX_LENGTH / 2));
        var place = Broker.send(Topics.POS_SALES, sale(1).key(), confirmed(), body);
        start();
        Broker.send(sale(1).confirmed("r1"));

        happened(sale(1), "r1");
        nothingLeftToSend();
        assertThat(opened(only(place).body())).isEqualTo(body);
    }

    @Test
    void an_event_on_a_topic_that_is_not_its_own_is_not_believed() {
        var event = sale(1).confirmed("r1");
        var place = Broker.send(
                Topics.VIPPS_PAYMENTS, event.key(), EventCodec.headers(event), EventCodec.value(event.data()));
        Broker.send(sale(1).confirmed("r2"));
        start();

        happened(sale(1), "r2");
        nothingLeftToSend();
        assertThat(only(place).reason()).contains(Topics.POS_SALES);
    }

    @Test
    void a_message_without_headers_and_key_is_quarantined_once() {
        var place = Broker.send(Topics.POS_SALES, null, Map.of(), null);
        start();
        Broker.send(sale(1).confirmed("r1"));

        happened(sale(1), "r1");
        nothingLeftToSend();
        assertThat(only(place).body()).isNull();
    }

    @Test
    void an_event_that_names_its_sale_needs_no_key() {
        var event = sale(1).confirmed("r1");
        Broker.send(Topics.POS_SALES, null, EventCodec.headers(event), EventCodec.value(event.data()));
        start();

        happened(sale(1), "r1");
        assertThat(quarantined()).isEmpty();
    }

    static Stream<String> unusableKeys() {
        return Stream.of("", "no-sales-unit", "123456/", "123456/a\u0000b", "123456/" + "k".repeat(3000));
    }

    @ParameterizedTest
    @MethodSource
    void unusableKeys(String key) {
        var place = Broker.send(Topics.POS_SALES, key, Map.of("ce_type", "kvitt.sale.from-the-future.v9"), bytes("{}"));
        Broker.send(sale(1).confirmed("r1"));
        start();

        happened(sale(1), "r1");
        nothingLeftToSend();
        assertThat(only(place).reason()).contains("unusable key");
    }

    private static Map<String, String> confirmed() {
        return Map.of(
                "ce_type", EventType.AMOUNT_CONFIRMED.typeName(),
                "ce_id", "00000000-0000-5000-8000-000000000001",
                "ce_source", "till",
                "ce_time", "2026-11-21T10:00:00Z");
    }

    private Quarantined only(RecordMetadata place) {
        var found = quarantined();
        assertThat(found).hasSize(1);
        var data = found.getFirst();
        assertThat(data.topic() + "/" + data.partition() + "@" + data.offset())
                .isEqualTo(place.topic() + "/" + place.partition() + "@" + place.offset());
        return data;
    }

    private static byte[] opened(Sealed body) {
        return Base64.getDecoder().decode(Replica.unsealer().open(body).orElseThrow());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
