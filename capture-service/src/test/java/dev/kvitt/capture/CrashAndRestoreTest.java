package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.fake.Fault;
import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Eventually;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult.Outcome;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@CaptureTest
class CrashAndRestoreTest {

    @Inject
    World world;

    @Test
    void a_create_sent_by_a_process_that_died_is_found() throws Exception {
        var sale = diedWhileCreating("crash-arrived");
        world.vipps.carryOut(world.vipps.writes(sale.reference().value()).getFirst());
        takeUpAgain(sale);
        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(world.vipps.writes(sale.reference().value())).hasSize(1);
    }

    @Test
    void a_create_that_died_with_its_process_is_sent_again() throws Exception {
        var sale = diedWhileCreating("crash-not-arrived");
        takeUpAgain(sale);
        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(world.vipps.payment(sale.reference().value()).events("CREATED"))
                .isOne();
    }

    /** Vipps said "busy" in truth; the rows are then made to look as if the process had died before it heard. */
    private Sale diedWhileCreating(String id) throws Exception {
        var sale = new Sale(id);
        world.vipps.fail("create", sale.reference().value(), new Fault.TooMany(Duration.ofSeconds(100)));
        world.create(sale);
        world.untilTried(sale);
        assertThat(world.table.update(
                        "update operation set in_doubt_since = last_sent_at where sale_key = '123456/" + id + "'"))
                .isOne();
        return sale;
    }

    private void takeUpAgain(Sale sale) {
        world.table.update("update task set not_before = '2026-01-01', leased_until = '2026-01-01' where key = '123456/"
                + sale.id() + "'");
    }

    @Test
    void a_capture_done_before_the_rows_were_restored_is_found_and_not_made_again() throws Exception {
        var sale = world.reserved("restore-capture");
        var command = sale.capture(3000, world.clock.instant());
        world.topic.send(command);
        world.result(sale, Kind.CAPTURE, 1);
        world.table.update("delete from operation where operation_id = 'restore-capture-1/capture/1'");
        world.clock.pass(Duration.ofMinutes(6));
        world.topic.send(sale.event(command.data(), command.time(), 2));
        var results = world.topic.await(sale.operation(Kind.CAPTURE), 2);
        assertThat(results).hasSize(2).allMatch(event -> event.data().outcome() == Outcome.SUCCEEDED);
        assertThat(results.get(1).id()).isEqualTo(results.get(0).id());
        assertThat(world.vipps.payment(sale.reference().value()).events("CAPTURED"))
                .isOne();
        assertThat(world.vipps.writes(sale.reference().value())).hasSize(2);
    }

    @Test
    void a_payment_whose_creation_was_restored_away_is_looked_at_and_captured() throws Exception {
        var sale = world.reserved("restore-create");
        world.table.update("delete from operation where operation_id = 'restore-create-1/create/1'");
        world.vipps.fail("get", sale.reference().value(), new Fault.Problem(404, 0));
        world.topic.send(sale.capture(3000, world.clock.instant()));
        world.untilTried(sale);
        assertThat(world.vipps.writes(sale.reference().value())).hasSize(1);
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertThat(world.result(sale, Kind.CAPTURE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void the_same_operation_asked_for_again_is_answered_with_its_result_and_done_once() throws Exception {
        var sale = new Sale("twice-finished");
        var command = sale.create(world.keys.seal("token"), world.clock.instant());
        world.topic.send(command);
        world.result(sale, Kind.CREATE, 1);
        world.topic.send(sale.event(command.data(), command.time(), 2));
        var results = world.topic.await(sale.operation(Kind.CREATE), 2);
        assertThat(results).hasSize(2);
        assertThat(results.get(1)).isEqualTo(results.get(0));
        assertThat(world.vipps.writes(sale.reference().value())).hasSize(1);
    }

    @Test
    void the_same_operation_asked_for_twice_before_it_is_done_is_done_and_told_once() throws Exception {
        var sale = new Sale("twice-waiting");
        world.vipps.fail("create", sale.reference().value(), new Fault.TooMany(Duration.ofSeconds(20)));
        var command = sale.create(world.keys.seal("token"), world.clock.instant());
        world.topic.send(command);
        world.untilTried(sale);
        world.topic.send(sale.event(command.data(), command.time(), 2));
        world.topic.send(sale.cancel(world.clock.instant()));
        world.clock.pass(Duration.ofSeconds(20));
        world.result(sale, Kind.CANCEL, 1);
        assertThat(world.topic.await(sale.operation(Kind.CREATE), 1)).hasSize(1);
        assertThat(world.table.count("operation", "sale_key = '123456/twice-waiting'"))
                .isEqualTo(2);
    }

    @Test
    void after_the_key_is_not_trusted_any_more_only_the_event_log_decides() throws Exception {
        var sale = world.reserved("trust-over");
        world.vipps.fail("capture", sale.reference().value(), new Fault.LostBeforeWork());
        world.topic.send(sale.capture(3000, world.clock.instant()));
        assertThat(world.result(sale, Kind.CAPTURE, 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        var readsBefore = world.vipps.reads(sale.reference().value());
        world.passUntilDue(sale, Duration.ofMinutes(61));
        Eventually.holds(
                "the payment was read", () -> world.vipps.reads(sale.reference().value()) > readsBefore + 1);
        var writes = world.vipps.writes(sale.reference().value());
        assertThat(writes).hasSize(2);
        world.vipps.carryOut(writes.getLast());
        world.passUntilDue(sale, Duration.ofMinutes(5));
        assertThat(world.result(sale, Kind.CAPTURE, 2).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(world.vipps.writes(sale.reference().value())).hasSize(2);
    }
}
