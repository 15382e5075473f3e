package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.fake.Fault;
import dev.kvitt.capture.fake.Write;
import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Eventually;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.Event;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.SkipOperation;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person gives up what could not be found out. */
@CaptureTest
class SkipTest {

    @Inject
    World world;

    @Test
    void a_capture_that_vipps_does_not_show_is_not_done_and_is_never_sent_again() throws Exception {
        var sale = inDoubtForLong("skip-absent");
        world.topic.send(skip(sale, Kind.CAPTURE));
        var result = world.result(sale, Kind.CAPTURE, 2);
        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.refusal().code()).isEqualTo("given-up-by-operator");
        assertThat(result.view().aggregate().captured()).isEqualTo(Sale.nok(0));
        runAgain(sale);
        world.topic.send(sale.event(sale.capture(3000, world.clock.instant()).data(), world.clock.instant(), 7));
        assertThat(world.topic.await(sale.operation(Kind.CAPTURE), 3).getLast().data())
                .isEqualTo(result);
        assertThat(captures(sale)).hasSize(1);
    }

    @Test
    void a_capture_that_was_done_after_all_has_succeeded_whatever_the_person_said() throws Exception {
        var sale = inDoubtForLong("skip-done");
        world.vipps.carryOut(captures(sale).getLast());
        world.topic.send(skip(sale, Kind.CAPTURE));
        assertThat(world.result(sale, Kind.CAPTURE, 2).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(captures(sale)).hasSize(1);
    }

    @Test
    void what_is_still_being_settled_goes_on_and_the_operator_is_told() throws Exception {
        var sale = world.reserved("skip-early");
        world.vipps.fail("capture", sale.reference().value(), new Fault.LostBeforeWork());
        world.topic.send(sale.capture(3000, world.clock.instant()));
        world.result(sale, Kind.CAPTURE, 1);
        var skip = skip(sale, Kind.CAPTURE);
        world.topic.send(skip);
        assertThat(world.topic.refusal(skip.id()).refusal().code()).isEqualTo("still-trusted");
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertThat(world.result(sale, Kind.CAPTURE, 2).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void what_nobody_commanded_or_what_is_another_sales_is_refused() throws Exception {
        var sale = world.reserved("skip-nothing");
        var unknown = skip(sale, Kind.CAPTURE);
        world.topic.send(unknown);
        assertThat(world.topic.refusal(unknown.id()).refusal().code()).isEqualTo("no-such-operation");
        var anothers = skip(sale, new Sale("skip-another").operation(Kind.CAPTURE));
        world.topic.send(anothers);
        assertThat(world.topic.refusal(anothers.id()).refusal().code()).isEqualTo("no-such-operation");
        var known = skip(sale, Kind.CREATE);
        world.topic.send(known);
        assertThat(world.topic.refusal(known.id()).refusal().code()).isEqualTo("known-already");
    }

    @Test
    void after_a_restore_the_word_counts_before_its_command_is_carried_out_again() throws Exception {
        var sale = inDoubtForLong("skip-restored");
        var before = world.clock.instant().minus(Duration.ofMinutes(65));
        var skip = skip(sale, Kind.CAPTURE);
        // As if both topics were read again: the rows have forgotten the command, and the word is old.
        world.table.update("delete from task where key = '123456/skip-restored'");
        world.table.update("delete from operation where operation_id = 'skip-restored-1/capture/1'");
        world.clock.pass(Duration.ofMinutes(10));
        world.topic.send(skip);
        Eventually.holds(
                "the word is kept", () -> world.table.count("skip", "operation_id = 'skip-restored-1/capture/1'") == 1);
        world.topic.send(sale.event(sale.capture(3000, before).data(), before, 9));
        Eventually.holds(
                "the operation is there again",
                () -> world.table.count("operation", "operation_id = 'skip-restored-1/capture/1'") == 1);
        world.untilTheLogIsRead(sale);
        world.untilTried(sale);
        world.passUntilDue(sale, Duration.ofMinutes(20));
        assertThat(world.topic
                        .await(sale.operation(Kind.CAPTURE), 2)
                        .getLast()
                        .data()
                        .refusal()
                        .code())
                .isEqualTo("given-up-by-operator");
        assertThat(captures(sale)).hasSize(1);
    }

    @Test
    void an_old_command_that_nobody_gave_up_is_carried_out() throws Exception {
        var sale = world.reserved("skip-old-command");
        world.topic.send(sale.capture(3000, world.clock.instant().minus(Duration.ofMinutes(61))));
        world.untilTheLogIsRead(sale);
        assertThat(world.result(sale, Kind.CAPTURE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    /** Its only try was lost more than an hour ago, and a person is called. */
    private Sale inDoubtForLong(String id) throws Exception {
        var sale = world.reserved(id);
        world.vipps.fail("capture", sale.reference().value(), new Fault.LostBeforeWork());
        world.topic.send(sale.capture(3000, world.clock.instant()));
        assertThat(world.result(sale, Kind.CAPTURE, 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        var readsBefore = world.vipps.reads(sale.reference().value());
        world.passUntilDue(sale, Duration.ofMinutes(61));
        Eventually.holds(
                "the payment was read", () -> world.vipps.reads(sale.reference().value()) > readsBefore + 1);
        return sale;
    }

    /** A run of the operation that was thought dead. */
    private void runAgain(Sale sale) {
        world.table.update("insert into task (key, kind, body, not_before) values ('123456/" + sale.id()
                + "', 'operation', '{\"msn\":\"123456\",\"operationId\":\"" + sale.operation(Kind.CAPTURE)
                + "\"}', '2026-01-01')");
        Eventually.holds("it was run", () -> world.table.count("task", "key = '123456/" + sale.id() + "'") == 0);
    }

    private List<Write> captures(Sale sale) {
        return world.vipps.writes(sale.reference().value()).stream()
                .filter(write -> write.kind().equals("capture"))
                .toList();
    }

    private Event<SkipOperation> skip(Sale sale, Kind kind) {
        return skip(sale, sale.operation(kind));
    }

    private Event<SkipOperation> skip(Sale sale, OperationId operation) {
        return sale.event(
                new SkipOperation(sale.msn(), sale.id(), operation, "operator-7", "the portal shows nothing of it"),
                world.clock.instant(),
                operation.hashCode());
    }
}
