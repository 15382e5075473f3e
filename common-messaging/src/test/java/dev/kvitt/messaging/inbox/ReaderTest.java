package dev.kvitt.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.NoSealingKeyException;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.Origin;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.messaging.support.Sale;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {

    private static final Instant WRITTEN = Instant.parse("2026-11-21T10:00:00Z");
    private static final Event<?> EVENT = Sale.of(Sale.newMsn(), 1).confirmed("r1");

    @ParameterizedTest
    @ValueSource(strings = {"123456/sale-1", "123456/Kaffeautomat 3. étage æøå", "1234/😀"})
    void a_key_may_hold_what_merchants_name_their_codes(String key) {
        assertThat(read(event -> Optional.of(new Routed(key, event.id(), event))))
                .isInstanceOfSatisfying(
                        Found.Known.class, known -> assertThat(known.keys()).containsExactly(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null/null", "123456/", "123456/a\u0000b", "123456/a\nb", "123456/\ud83d", "123456/\ufffd"})
    void a_key_that_no_database_can_lock_makes_a_message_unreadable(String key) {
        assertThat(read(event -> Optional.of(new Routed(key, event.id(), event))))
                .isInstanceOf(Found.Unreadable.class);
    }

    @Test
    void a_key_longer_than_any_name_makes_a_message_unreadable() {
        assertThat(read(event -> Optional.of(new Routed("123456/" + "k".repeat(201), event.id(), event))))
                .isInstanceOf(Found.Unreadable.class);
    }

    @Test
    void a_bug_in_routing_makes_a_message_unreadable() {
        assertThat(read(event -> {
                    throw new IllegalStateException("+4790000000");
                }))
                .isInstanceOfSatisfying(Found.Unreadable.class, unreadable -> assertThat(unreadable.reason())
                        .doesNotContain("47900"));
    }

    @Test
    void trouble_that_passes_is_no_reason_to_quarantine() {
        assertThatThrownBy(() -> read(event -> {
                    throw new NoSealingKeyException("away");
                }))
                .isInstanceOf(NoSealingKeyException.class);
    }

    @Test
    void a_topic_that_carries_the_events_of_another_is_read_and_named_with_its_time() {
        assertThat(read("pos.kiosks", EventCodec.headers(EVENT), ReaderTest::everything))
                .isInstanceOfSatisfying(
                        Found.Known.class, known -> assertThat(known.routed().origin())
                                .isEqualTo(new Origin("pos.kiosks", WRITTEN, EventCodec.headers(EVENT))));
    }

    @Test
    void an_event_on_a_topic_that_does_not_carry_it_is_unreadable() {
        assertThat(read("pos.unheard-of", EventCodec.headers(EVENT), ReaderTest::everything))
                .isInstanceOf(Found.Unreadable.class);
    }

    @Test
    void an_unknown_type_waits_for_an_upgrade_only_on_a_topic_that_may_ask() {
        var headers = new HashMap<>(EventCodec.headers(EVENT));
        headers.put("ce_type", "kvitt.sale.borrowed.v1");
        assertThat(read(Topics.POS_SALES, headers, ReaderTest::everything)).isInstanceOf(Found.Unknown.class);
        assertThat(read("pos.kiosks", headers, ReaderTest::everything)).isInstanceOf(Found.Unreadable.class);
    }

    @Test
    void nothing_is_said_about_a_sale_for_which_a_topic_may_not_speak() {
        var headers = new HashMap<>(EventCodec.headers(EVENT));
        headers.remove("ce_id");
        assertThat(read(Topics.POS_SALES, headers, ReaderTest::everything))
                .isInstanceOfSatisfying(Found.Unreadable.class, found -> assertThat(found.refused())
                        .isPresent());
        assertThat(read("pos.kiosks", headers, ReaderTest::everything))
                .isInstanceOfSatisfying(Found.Unreadable.class, found -> assertThat(found.refused())
                        .isEmpty());
    }

    private static Optional<Routed> everything(Event<?> event) {
        return Optional.of(new Routed(event.key(), event.id(), event));
    }

    private static Found read(Function<Event<?>, Optional<Routed>> route) {
        return read(Topics.POS_SALES, EventCodec.headers(EVENT), route);
    }

    private static Found read(String topic, Map<String, String> headers, Function<Event<?>, Optional<Routed>> route) {
        var handler = new Handler() {
            @Override
            public String carries(String topic) {
                return topic.equals("pos.kiosks") ? Topics.POS_SALES : topic;
            }

            @Override
            public boolean mayAsk(String topic, String key) {
                return !topic.equals("pos.kiosks");
            }

            @Override
            public boolean refusesUnreadable(String topic) {
                return true;
            }

            @Override
            public boolean parksUnknownTypes(String topic) {
                return true;
            }

            @Override
            public List<String> topics() {
                return List.of(Topics.POS_SALES);
            }

            @Override
            public Optional<Routed> route(Event<?> event) {
                return route.apply(event);
            }

            @Override
            public void handle(Entity entity, Routed message, Effects effects) {
                throw new AssertionError("nothing is handled here");
            }
        };
        var clock = InstantSource.system();
        var reader = new Reader("test", handler, new Sealer(null, clock), clock);
        return reader.read(new Incoming(topic, 0, 0, EVENT.key(), headers, EventCodec.value(EVENT.data()), WRITTEN));
    }
}
