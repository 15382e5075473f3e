package dev.kvitt.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.Topics;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.History;
import dev.kvitt.messaging.support.Recorder;
import dev.kvitt.messaging.support.ServiceTest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What tries to stop the whole partition instead of its own sale. */
class HardToParkTest extends ServiceTest {

    private static final Map<String, String> FUTURE = Map.of("ce_type", "kvitt.sale.from-the-future.v9");

    private final AtomicBoolean broken = new AtomicBoolean(true);

    private final Recorder.Reaction poison = (entity, effects) -> {
        if (broken.get()) {
            throw new IllegalStateException("a bug");
        }
    };

    @Test
    void an_unknown_type_parks_its_sale_only_where_it_asks_something_of_us() {
        Broker.send(Topics.POS_SALES, sale(1).key(), FUTURE, new byte[] {'{', '}'});
        Broker.send(Topics.VIPPS_PAYMENTS, sale(2).key(), FUTURE, new byte[] {'{', '}'});
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(2).confirmed("r1"));
        var replica = start();

        happened(sale(2), "r1");
        Eventually.see(() -> assertThat(waiting(1)).isEqualTo(2));
        assertThat(database.parked(sale(1).key())).isTrue();
        assertThat(database.parked(sale(2).key())).isFalse();
        assertThatThrownBy(() -> replica.unpark(sale(1).key())).hasMessageContaining("unknown");
        assertThat(waiting(1)).isEqualTo(2);
    }

    @Test
    void an_unknown_type_without_a_value_parks_like_any_other() {
        Broker.send(Topics.POS_SALES, sale(1).key(), FUTURE, null);
        Broker.send(sale(2).confirmed("r1"));
        start();

        happened(sale(2), "r1");
        Eventually.see(() -> assertThat(waiting(1)).isEqualTo(1));
    }

    @Test
    void a_poison_message_with_a_header_that_no_database_takes_parks_like_any_other() {
        handler.on("poison", poison);
        Broker.send(sale(1).confirmed("poison"), Map.of("note", "a\u0000b"));
        Broker.send(sale(2).confirmed("r1"));
        var replica = start();

        happened(sale(2), "r1");
        Eventually.see(() -> assertThat(waiting(1)).isEqualTo(1));
        broken.set(false);
        replica.unpark(sale(1).key());
        happened(sale(1), "poison");
    }

    @Test
    void a_sale_is_parked_even_when_telling_so_fails() {
        handler.on("poison", poison).whenParked((entity, effects) -> {
            History.add(entity, effects, "parked");
            effects.task("tell", "no JSON", effects.now());
        });
        Broker.send(sale(1).confirmed("poison"));
        Broker.send(sale(1).confirmed("r2"));
        Broker.send(sale(2).confirmed("r1"));
        start();

        happened(sale(2), "r1");
        Eventually.see(() -> assertThat(waiting(1)).isEqualTo(2));
        assertThat(database.parked(sale(1).key())).isTrue();
        assertThat(database.history(sale(1).key())).as("nothing half told").isEmpty();
    }

    @Test
    void a_state_that_no_database_takes_parks_its_own_sale() {
        handler.on("r1", (entity, effects) -> entity.state("[\"a\\u0000b\"]"));
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(2).confirmed("r2"));
        start();

        happened(sale(2), "r2");
        Eventually.isTrue("parked", () -> database.parked(sale(1).key()));
    }

    @Test
    void an_event_that_no_broker_takes_parks_its_own_sale_and_does_not_stop_the_outbox() {
        handler.on("r1", (entity, effects) -> {
            var small = sale(1).confirmed("too-large");
            var till = "t".repeat(EventCodec.MAX_VALUE_BYTES);
            effects.send(new Event<>(small.id(), small.source(), small.time(), small.msn(), till, small.data()));
        });
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(2).confirmed("r2"));
        start();

        happened(sale(2), "r2");
        Eventually.isTrue("parked", () -> database.parked(sale(1).key()));
        nothingLeftToSend();
        allToldInOrder(sale(2), 1);
    }

    @Test
    void messages_that_are_too_deep_park_their_own_sales_however_many_come_and_end_nothing() {
        handler.on("r1", (entity, effects) -> deeper(0));
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(2).confirmed("r1"));
        Broker.send(sale(3).confirmed("r2"));
        var replica = start();

        happened(sale(3), "r2");
        Eventually.isTrue("parked", () -> database.parked(sale(1).key()));
        Eventually.isTrue("parked", () -> database.parked(sale(2).key()));
        assertThat(replica.alive()).isTrue();
    }

    @SuppressWarnings("InfiniteRecursion")
    private static int deeper(int level) {
        return deeper(level + 1) + 1;
    }

    private long waiting(int sale) {
        return database.number(
                "select count(*) from parked where key = '" + sale(sale).key() + "'");
    }
}
