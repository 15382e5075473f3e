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
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.messaging.support.Sale;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderTest {

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

    private static Found read(Function<Event<?>, Optional<Routed>> route) {
        var handler = new Handler() {
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
        return reader.read(new Incoming(
                Topics.POS_SALES, 0, 0, EVENT.key(), EventCodec.headers(EVENT), EventCodec.value(EVENT.data())));
    }
}
