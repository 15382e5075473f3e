package dev.kvitt.messaging.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Replica;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

/** What a replay costs the live work, how fast it is, and what it says of what holds it up. */
class ReplayPaceTest extends ReplayingTest {

    private static final int SALES = 40;

    @Test
    void applying_is_as_slow_as_somebody_wants_it_and_passing_over_is_not() {
        assertThat(new Pace(5).afterApplying(10)).isEqualTo(Duration.ofSeconds(2));
        assertThat(new Pace(500).afterReading(500, 500)).isEqualTo(Duration.ofMillis(250));
        assertThat(new Pace(500).afterReading(500, 0)).isEqualTo(Duration.ofMillis(25));
        assertThat(new Pace(500).afterReading(0, 0)).isZero();
    }

    @Test
    void what_a_sale_knows_costs_nothing_of_the_rate() {
        start();
        for (var n = 1; n <= SALES; n++) {
            says(n, "r1");
        }
        applied(1, SALES);
        forget(sale(SALES));

        assertThat(done(real(msn.value(), 1)).applied()).isEqualTo(1);
        happened(sale(SALES), "r1");
    }

    @Test
    void where_it_stands_is_written_once_a_second_and_not_at_each_look() {
        var live = start();
        for (var n = 1; n <= SALES; n++) {
            says(n, "r1");
        }
        applied(1, SALES);
        live.close();
        database.execute("create table written (n integer)");
        database.execute(
                """
                create function write_down() returns trigger language plpgsql as
                $$ begin insert into written values (1); return null; end $$""");
        database.execute("create trigger written after update on replay_position for each statement"
                + " execute function write_down()");
        var id = dryRun("");
        var begun = System.nanoTime();
        // Each look brings one message.
        var replayer = Replica.replayer(service, database, handler, Map.of("max.partition.fetch.bytes", "1"));
        replayer.start();
        try {
            assertThat(done(id).read()).isGreaterThanOrEqualTo(SALES);
        } finally {
            replayer.close();
        }
        var seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
        assertThat(database.number("select count(*) from written")).isLessThanOrEqualTo(seconds + 5);
    }

    @Test
    void what_it_has_to_wait_for_is_told() {
        var away = new AtomicBoolean();
        handler.on("r1", (entity, effects) -> {
            if (away.get()) {
                throw new KafkaException("the broker is away");
            }
        });
        start();
        says(1, "r1");
        applied(1);
        forget(sale(1));
        away.set(true);

        var id = real("", 500);
        Eventually.see(() -> assertThat(find(id).lastFailure()).startsWith("KafkaException at "));
        assertThat(find(id).lastFailureAt()).isAfter(find(id).startedAt());
        assertThat(find(id).state()).isEqualTo("running");
        away.set(false);
        assertThat(done(id).applied()).isEqualTo(1);
        happened(sale(1), "r1");
    }
}
