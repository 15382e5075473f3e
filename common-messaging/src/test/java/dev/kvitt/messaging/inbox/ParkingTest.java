package dev.kvitt.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.Topics;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.History;
import dev.kvitt.messaging.support.Recorder;
import dev.kvitt.messaging.support.ServiceTest;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ParkingTest extends ServiceTest {

    private final AtomicBoolean broken = new AtomicBoolean(true);

    /** What a bug in a handler looks like. */
    private final Recorder.Reaction poison = (entity, effects) -> {
        if (broken.get()) {
            throw new IllegalStateException("+4790000000 cannot be processed");
        }
    };

    @Test
    void a_poison_message_parks_its_own_sale_and_nobody_else() {
        handler.on("poison", poison);
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(1).confirmed("poison"));
        Broker.send(sale(1).confirmed("r2"));
        Broker.send(sale(2).confirmed("r1"));
        start();
        Broker.send(sale(1).confirmed("r3"));
        Broker.send(sale(3).confirmed("r1"));

        happened(sale(2), "r1");
        happened(sale(3), "r1");
        Eventually.see(() -> assertThat(waiting(1)).isEqualTo(3));
        happened(sale(1), "r1");
        assertThat(database.column("select distinct parked from entity where key <> '" + sale(1).key() + "'"))
                .containsOnly("f");
        assertThat(database.column("select reason from parked order by id"))
                .noneMatch(reason -> reason.contains("4790000000"));
    }

    @Test
    void unparking_applies_what_waited_in_the_order_it_came() {
        handler.on("poison", poison);
        Broker.send(sale(1).confirmed("poison"));
        Broker.send(sale(1).confirmed("r2"));
        Broker.send(sale(1).confirmed("r2"));
        var replica = start();
        Broker.send(sale(1).confirmed("r3"));
        Eventually.see(() -> assertThat(waiting(1)).isEqualTo(3));

        broken.set(false);
        replica.unpark(sale(1).key());
        happened(sale(1), "poison", "r2", "r3");
        assertThat(database.parked(sale(1).key())).isFalse();
        assertThat(waiting(1)).isZero();
        nothingLeftToSend();
        assertThat(told(sale(1))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void unparking_is_all_or_nothing() {
        handler.on("poison", poison);
        handler.on("r3", poison);
        Broker.send(sale(1).confirmed("poison"));
        Broker.send(sale(1).confirmed("r2"));
        Broker.send(sale(1).confirmed("r3"));
        var replica = start();
        Eventually.see(() -> assertThat(waiting(1)).isEqualTo(3));

        handler.on("poison", (entity, effects) -> {});
        assertThatThrownBy(() -> replica.unpark(sale(1).key())).isInstanceOf(IllegalStateException.class);
        assertThat(database.parked(sale(1).key())).isTrue();
        assertThat(waiting(1)).isEqualTo(3);
        assertThat(database.history(sale(1).key())).isEmpty();
    }

    @Test
    void facts_are_recorded_while_a_sale_is_parked() {
        handler.on("poison", poison);
        Broker.send(sale(1).confirmed("poison"));
        Broker.send(sale(1).confirmed("r2"));
        Broker.send(sale(1).cancelled("c1"));
        Broker.send(sale(1).cancelled("c1"));
        var replica = start();

        happened(sale(1), "fact:c1");
        Eventually.see(() -> assertThat(waiting(1)).isEqualTo(2));
        broken.set(false);
        replica.unpark(sale(1).key());
        happened(sale(1), "fact:c1", "poison", "r2");
    }

    @Test
    void the_world_is_told_once_that_a_sale_is_parked() {
        handler.on("poison", poison).whenParked((entity, effects) -> History.add(entity, effects, "parked"));
        Broker.send(sale(1).confirmed("poison"));
        Broker.send(sale(1).confirmed("r2"));
        start();

        Eventually.see(() -> assertThat(waiting(1)).isEqualTo(2));
        happened(sale(1), "parked");
    }

    @Test
    void the_handler_hears_what_waits_and_when_all_of_it_was_handled() {
        handler.on("poison", poison).tellsWaitingAndUnparked();
        Broker.send(sale(1).confirmed("poison"));
        Broker.send(sale(1).confirmed("r2"));
        var replica = start();

        var waits = "waits:kvitt.sale.amount-confirmed.v1";
        happened(sale(1), waits, waits);
        broken.set(false);
        replica.unpark(sale(1).key());
        happened(sale(1), waits, waits, "poison", "r2", "unparked");
    }

    @Test
    void an_operators_unpark_lets_what_waited_go_on_in_the_order_it_came() {
        handler.on("poison", poison);
        Broker.send(sale(1).confirmed("poison"));
        Broker.send(sale(1).confirmed("r2"));
        start();
        Eventually.see(() -> assertThat(waiting(1)).isEqualTo(2));

        broken.set(false);
        Broker.send(sale(1).unpark("u1"));
        happened(sale(1), "poison", "r2");
        assertThat(database.parked(sale(1).key())).isFalse();
        Broker.send(sale(1).unpark("u2"));
        Broker.send(sale(1).confirmed("r3"));
        happened(sale(1), "poison", "r2", "r3");
    }

    @Test
    void an_unpark_that_comes_too_early_changes_nothing_and_stands_in_nobodys_way() {
        handler.on("poison", poison);
        Broker.send(sale(1).confirmed("poison"));
        start();
        Eventually.see(() -> assertThat(waiting(1)).isEqualTo(1));

        var early = Broker.send(sale(1).unpark("u1"));
        Eventually.isTrue(
                "read",
                () -> database.number("select next_offset from consumed_offset where topic = '" + early.topic()
                                + "' and partition = " + early.partition())
                        > early.offset());
        assertThat(waiting(1)).isEqualTo(1);
        assertThat(database.parked(sale(1).key())).isTrue();
        broken.set(false);
        Broker.send(sale(1).unpark("u2"));
        happened(sale(1), "poison");
    }

    @Test
    void an_operators_command_that_we_do_not_know_parks_nothing() {
        Broker.send(Topics.OPERATOR_COMMANDS, sale(1).key(), Map.of("ce_type", "kvitt.operator.shred.v1"), new byte[0]);
        Broker.send(sale(1).unpark("u1"));
        Broker.send(sale(1).confirmed("r1"));
        start();

        happened(sale(1), "r1");
        assertThat(database.parked(sale(1).key())).isFalse();
    }

    private long waiting(int sale) {
        return database.number(
                "select count(*) from parked where key = '" + sale(sale).key() + "'");
    }
}
