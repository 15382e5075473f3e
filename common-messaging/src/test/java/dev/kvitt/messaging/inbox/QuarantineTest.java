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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.Test;

class QuarantineTest extends ServiceTest {

    private static final Map<String, String> FUTURE = Map.of("ce_type", "kvitt.sale.from-the-future.v9");

    private static final Map<String, byte[]> UNREADABLE = Map.of(
            "no JSON", bytes("+4790000000 paid"),
            "half a JSON", bytes("{\"msn\":\"123456\","),
            "bad UTF-8", new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'},
            "nothing", new byte[0],
            "an amount out of range", bytes("{\"amount\":{\"value\":-1,\"currency\":\"NOK\"}}"),
            "an event that names no sale", bytes("{}"),
            "deep nesting", bytes("[".repeat(100_000)),
            "deep nesting in an unknown field", bytes("{\"x\":" + "{\"x\":".repeat(50_000)));

    @Test
    void what_nobody_can_read_is_quarantined_with_its_body_sealed() {
        var places = new HashMap<String, RecordMetadata>();
        UNREADABLE.forEach(
                (what, body) -> places.put(what, Broker.send(Topics.POS_SALES, sale(1).key(), confirmed(), body)));
        Broker.send(sale(1).confirmed("behind"));
        start();

        happened(sale(1), "behind");
        nothingLeftToSend();
        var all = quarantined();
        assertThat(all).hasSameSizeAs(UNREADABLE.keySet());
        UNREADABLE.forEach((what, body) -> {
            var found = at(places.get(what), all);
            assertThat(opened(found.body())).as(what).isEqualTo(body);
            assertThat(found.reason()).as(what).isNotBlank().doesNotContain("4790000000");
        });
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

    @Test
    void an_unknown_type_under_a_key_that_names_no_sale_is_quarantined() {
        var keys = List.of("", "no-sales-unit", "123456/", "123456/a\u0000b", "123456/" + "k".repeat(3000));
        var places = keys.stream()
                .map(key -> Broker.send(Topics.POS_SALES, key, FUTURE, bytes("{}")))
                .toList();
        var noKey = Broker.send(Topics.POS_SALES, null, FUTURE, bytes("{}"));
        Broker.send(sale(1).confirmed("r1"));
        start();

        happened(sale(1), "r1");
        nothingLeftToSend();
        var all = quarantined();
        assertThat(all).hasSize(keys.size() + 1);
        assertThat(places)
                .allSatisfy(place -> assertThat(at(place, all).reason()).contains("unusable key"));
        assertThat(at(noKey, all).reason()).contains("unusable key");
    }

    private static Map<String, String> confirmed() {
        return Map.of(
                "ce_type", EventType.AMOUNT_CONFIRMED.typeName(),
                "ce_id", "00000000-0000-5000-8000-000000000001",
                "ce_source", "till",
                "ce_time", "2026-11-21T10:00:00Z");
    }

    private Quarantined only(RecordMetadata place) {
        var all = quarantined();
        assertThat(all).hasSize(1);
        return at(place, all);
    }

    private static Quarantined at(RecordMetadata place, List<Quarantined> all) {
        return all.stream()
                .filter(each -> each.topic().equals(place.topic())
                        && each.partition() == place.partition()
                        && each.offset() == place.offset())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] opened(Sealed body) {
        return Base64.getDecoder().decode(Replica.unsealer().open(body).orElseThrow());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
