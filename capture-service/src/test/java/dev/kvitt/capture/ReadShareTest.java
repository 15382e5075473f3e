package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.domain.Operation;
import dev.kvitt.capture.fake.Fault;
import dev.kvitt.capture.store.OperationRows;
import dev.kvitt.capture.store.ReadLog;
import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Eventually;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.registry.vipps.ReadShare;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** capture-service reads a payment no more often than its share of Vipps' limit. */
@CaptureTest
class ReadShareTest {

    @Inject
    World world;

    @Inject
    ReadLog reads;

    @Inject
    Transactions transactions;

    @Test
    void in_no_minute_is_a_payment_read_more_than_the_share_for_whatever_operation() throws Exception {
        var sale = world.reserved("reads-share");
        world.topic.send(sale.capture(3000, world.clock.instant()));
        world.result(sale, Kind.CAPTURE, 1);
        var create = operation(sale, Kind.CREATE);
        var capture = operation(sale, Kind.CAPTURE);
        var start = world.clock.instant().plus(Duration.ofMinutes(2));
        var taken = new ArrayList<Instant>();
        for (var half = 0; half < 400; half++) {
            var now = start.plusMillis(500L * half);
            if (reads.beforeReading(half % 3 == 0 ? create : capture, 2, now).isEmpty()) {
                taken.add(now);
                taken.add(now);
            }
        }
        assertThat(taken).allSatisfy(from -> assertThat(taken)
                .filteredOn(read -> !read.isBefore(from) && read.isBefore(from.plusSeconds(60)))
                .hasSizeLessThanOrEqualTo(ReadShare.CAPTURE.perMinute()));
        assertThat(taken).as("and most of the share is used").hasSizeGreaterThanOrEqualTo(100);
    }

    @Test
    void payments_have_their_shares_apart() throws Exception {
        var one = operation(world.reserved("reads-one"), Kind.CREATE);
        var other = operation(world.reserved("reads-other"), Kind.CREATE);
        var now = world.clock.instant().plus(Duration.ofMinutes(2));
        for (var n = 0; n < ReadLog.AT_ONCE; n++) {
            assertThat(reads.beforeReading(one, 1, now)).isEmpty();
        }
        assertThat(reads.beforeReading(one, 1, now))
                .hasValueSatisfying(room -> assertThat(room).isAfter(now));
        assertThat(reads.beforeReading(other, 1, now)).isEmpty();
    }

    @Test
    void every_look_is_counted_also_when_vipps_says_too_many() throws Exception {
        var sale = world.reserved("reads-busy");
        var reference = sale.reference().value();
        world.vipps.fail("capture", reference, new Fault.LostAfterWork());
        world.vipps.fail("get", reference, new Fault.TooMany(Duration.ofSeconds(1)));
        world.topic.send(sale.capture(3000, world.clock.instant()));
        world.result(sale, Kind.CAPTURE, 1);
        var readsBefore = world.vipps.reads(reference);
        world.passUntilDue(sale, Duration.ofMinutes(61));
        Eventually.holds("the payment was looked at", () -> world.vipps.reads(reference) > readsBefore);
        world.passUntilDue(sale, Duration.ofMinutes(5));
        assertThat(world.result(sale, Kind.CAPTURE, 2).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(world.table.row(sale.operation(Kind.CAPTURE)).get("reads_used_until"))
                .isNotNull();
    }

    @Test
    void what_finds_no_room_waits_and_reads_when_there_is_some() throws Exception {
        var sale = world.reserved("reads-none");
        world.table.update("delete from operation where operation_id = 'reads-none-1/create/1'");
        // The share is used up by others of our processes; a capture whose creation is forgotten looks first.
        world.vipps.fail("capture", sale.reference().value(), new Fault.TooMany(Duration.ofSeconds(1)));
        world.topic.send(sale.capture(3000, world.clock.instant()));
        world.untilTried(sale);
        world.table.update("update operation set reads_used_until = last_sent_at + interval '50 seconds'"
                + " where operation_id = 'reads-none-1/capture/1'");
        var readsBefore = world.vipps.reads(sale.reference().value());
        world.passUntilDue(sale, Duration.ofSeconds(2));
        Eventually.holds(
                "it was taken up again and waits",
                () -> world.table.count("task", "key = '123456/reads-none' and tries > 1 and leased_until is null")
                        == 1);
        assertThat(world.vipps.reads(sale.reference().value())).isEqualTo(readsBefore);
        world.passUntilDue(sale, Duration.ofMinutes(2));
        assertThat(world.result(sale, Kind.CAPTURE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    private Operation operation(Sale sale, OperationId.Kind kind) {
        return transactions
                .run(connection -> OperationRows.find(connection, sale.msn(), sale.operation(kind)))
                .orElseThrow();
    }
}
