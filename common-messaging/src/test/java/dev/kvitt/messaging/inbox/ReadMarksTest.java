package dev.kvitt.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.local.test.TestParts;
import dev.kvitt.messaging.outbox.OutboxRelay;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Recorder;
import dev.kvitt.messaging.support.Replica;
import dev.kvitt.messaging.support.ServiceTest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** How far the log has been applied, which timers of all processes and tills that ask go by. */
class ReadMarksTest extends ServiceTest {

    private static final String PARTITIONS = "select count(*) from consumed_offset ";

    @Test
    void how_far_a_process_has_read_becomes_known_though_another_is_the_one_that_is_asked() {
        var asked = Instant.now();
        start();

        var all = Broker.ends(Recorder.READ).size();
        Eventually.see(() -> assertThat(database.number(PARTITIONS + "where read_until > '" + asked + "'"))
                .isEqualTo(all));
    }

    @Test
    void a_process_whose_clock_is_ahead_does_not_call_read_what_is_still_to_be_written() {
        InstantSource ahead = () -> Instant.now().plus(Duration.ofMinutes(5));
        try (var replica = Replica.start(service, database, handler, ahead)) {
            Eventually.isTrue(
                    "marks are made", () -> database.number(PARTITIONS + "where read_until > '-infinity'") > 0);
            assertThat(database.number(PARTITIONS + "where read_until > clock_timestamp()"))
                    .isZero();
            assertThat(replica.alive()).isTrue();
        }
    }

    @Test
    void what_is_still_in_the_outbox_for_a_topic_that_is_read_here_is_not_called_read() throws Exception {
        var said = Instant.now().minus(Duration.ofMinutes(2)).truncatedTo(ChronoUnit.MILLIS);
        try (var otherLeader = database.admin();
                var statement = otherLeader.createStatement()) {
            statement.execute("select pg_advisory_lock(" + OutboxRelay.LOCK + ")");
            database.execute(
                    "insert into outbox (topic, key, headers, value) values ('%s', 'k', '{\"ce_time\": \"%s\"}', '')"
                            .formatted(Recorder.READ.getFirst(), said));
            start();
            Eventually.isTrue(
                    "marks are made", () -> database.number(PARTITIONS + "where read_until > '-infinity'") > 0);
            assertThat(database.number(PARTITIONS + "where read_until > '" + said + "'"))
                    .isZero();
            database.execute("delete from outbox");
        }
        Eventually.isTrue("marks go on", () -> database.number(PARTITIONS + "where read_until > '" + said + "'") > 0);
    }

    @Test
    void a_topic_that_kafka_does_not_have_is_seen_at_the_start_and_not_when_money_stays_reserved() {
        var topic = "pos." + msn;
        handler.alsoReads(topic);
        handler.on("r1", (entity, effects) -> effects.timerAfterLog("give-up", effects.now()));
        Broker.send(sale(1).confirmed("r1"));
        var replica = start();
        happened(sale(1), "r1");
        Eventually.stays(
                Duration.ofSeconds(1), () -> assertThat(replica.ready()).isFalse());

        TestParts.kafka().createTopic(topic, 1);
        happened(sale(1), "r1", "timer:give-up");
        Eventually.isTrue("ready", replica::ready);
    }
}
