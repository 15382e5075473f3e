package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kvitt.capture.fake.Fault;
import dev.kvitt.capture.fake.Write;
import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Eventually;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult.Outcome;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@CaptureTest
class CaptureAndCancelTest {

    @Inject
    World world;

    @Test
    void what_was_sold_is_captured_and_the_rest_released() throws Exception {
        var sale = world.reserved("modify-both");
        world.topic.send(sale.capture(3000, world.clock.instant()));
        world.topic.send(sale.cancel(world.clock.instant()));
        var captured = world.result(sale, Kind.CAPTURE, 1);
        assertThat(captured.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(captured.view().aggregate().captured()).isEqualTo(Sale.nok(3000));
        var released = world.result(sale, Kind.CANCEL, 1);
        assertThat(released.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(released.view().aggregate().cancelled()).isEqualTo(Sale.nok(2000));
        var cancel = world.vipps.writes(sale.reference().value()).getLast();
        assertThat(cancel.body().toString()).isEqualTo("{\"cancelTransactionOnly\":false}");
    }

    @Test
    void capture_and_cancel_wait_behind_a_create_that_is_in_doubt() throws Exception {
        var sale = new Sale("modify-order");
        world.vipps.fail("create", sale.reference().value(), new Fault.LostAfterWork());
        world.create(sale);
        world.topic.send(sale.capture(3000, world.clock.instant()));
        world.topic.send(sale.cancel(world.clock.instant()));
        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        world.vipps.approve(sale.reference().value());
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertThat(world.result(sale, Kind.CANCEL, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(world.vipps.writes(sale.reference().value()))
                .extracting(Write::kind)
                .containsExactly("create", "capture", "cancel");
    }

    static List<Fault> lossesAndErrors() {
        return List.of(
                new Fault.LostBeforeWork(),
                new Fault.LostAfterWork(),
                new Fault.ErrorBeforeWork(),
                new Fault.ErrorAfterWork());
    }

    @ParameterizedTest
    @MethodSource("lossesAndErrors")
    void whatever_is_lost_a_sale_is_captured_and_released_once(Fault fault) throws Exception {
        var sale = world.reserved("modify-" + fault.getClass().getSimpleName());
        world.vipps.fail("capture", sale.reference().value(), fault);
        world.vipps.fail("cancel", sale.reference().value(), fault);
        world.topic.send(sale.capture(3000, world.clock.instant()));
        world.topic.send(sale.cancel(world.clock.instant()));
        assertThat(world.result(sale, Kind.CAPTURE, 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertThat(world.result(sale, Kind.CAPTURE, 2).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(world.result(sale, Kind.CANCEL, 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertThat(world.result(sale, Kind.CANCEL, 2).outcome()).isEqualTo(Outcome.SUCCEEDED);
        var payment = world.vipps.payment(sale.reference().value());
        assertThat(payment.events("CAPTURED")).isOne();
        assertThat(payment.captured()).isEqualTo(3000);
        assertThat(payment.events("CANCELLED")).isOne();
        assertThat(payment.cancelled()).isEqualTo(2000);
    }

    @Test
    void a_capture_of_more_than_is_reserved_is_rejected_and_shows_the_payment() throws Exception {
        var sale = world.reserved("modify-too-much");
        world.topic.send(sale.capture(5001, world.clock.instant()));
        var result = world.result(sale, Kind.CAPTURE, 1);
        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.refusal().code()).isEqualTo("vipps-6090");
        assertThat(result.view().aggregate().authorized()).isEqualTo(Sale.nok(5000));
        assertThat(result.view().aggregate().captured()).isEqualTo(Sale.nok(0));
    }

    @Test
    void a_capture_and_a_release_that_the_gateway_turned_away_are_made_with_their_first_keys() throws Exception {
        var sale = world.reserved("modify-turned-away");
        world.vipps.fail("capture", sale.reference().value(), new Fault.Problem(403, 0));
        world.vipps.fail("cancel", sale.reference().value(), new Fault.Problem(404, 0));
        world.topic.send(sale.capture(3000, world.clock.instant()));
        world.untilTried(sale);
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertThat(world.result(sale, Kind.CAPTURE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        world.topic.send(sale.cancel(world.clock.instant()));
        world.untilTried(sale);
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertThat(world.result(sale, Kind.CANCEL, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(world.vipps.writes(sale.reference().value()))
                .extracting(Write::kind)
                .containsExactly("create", "capture", "capture", "cancel", "cancel");
        assertThat(world.vipps.writes(sale.reference().value()))
                .extracting(Write::key)
                .as("one key each")
                .hasSize(5)
                .satisfies(keys -> assertThat(keys.stream().distinct()).hasSize(3));
    }

    @Test
    void anothers_payment_with_our_reference_is_neither_captured_nor_released() throws Exception {
        var sale = new Sale("modify-others");
        world.vipps.others(sale.reference().value());
        world.vipps.approve(sale.reference().value());
        world.create(sale);
        world.topic.send(sale.capture(3000, world.clock.instant()));
        world.topic.send(sale.cancel(world.clock.instant()));
        for (var kind : List.of(Kind.CREATE, Kind.CAPTURE, Kind.CANCEL)) {
            var result = world.result(sale, kind, 1);
            assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(result.refusal().code()).isEqualTo("reference-taken");
            assertThat(result.view()).isNull();
        }
        assertThat(world.vipps.writes(sale.reference().value()))
                .extracting(Write::kind)
                .containsExactly("create");
    }

    @Test
    void releasing_what_another_has_released_succeeds() throws Exception {
        var sale = world.reserved("modify-released");
        world.vipps.carryOut(
                new Write("cancel", sale.reference().value(), "portal", JsonNodeFactory.instance.objectNode()));
        world.topic.send(sale.cancel(world.clock.instant()));
        var result = world.result(sale, Kind.CANCEL, 1);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.view().aggregate().cancelled()).isEqualTo(Sale.nok(5000));
    }

    @Test
    void one_payment_gets_no_more_than_five_writes_a_minute() throws Exception {
        var sale = world.reserved("modify-limit");
        var busy = new Fault.TooMany(Duration.ofSeconds(1));
        world.vipps.fail("capture", sale.reference().value(), busy, busy, busy, busy);
        world.topic.send(sale.capture(3000, world.clock.instant()));
        for (var writes = 2; writes <= 5; writes++) {
            var expected = writes;
            Eventually.holds(
                    "write " + expected,
                    () -> world.vipps.writes(sale.reference().value()).size() == expected);
            world.passUntilDue(sale, Duration.ofSeconds(1));
        }
        Eventually.holds(
                "a sixth write was held back",
                () -> world.table.count("task", "key like '%modify-limit' and tries = 5 and leased_until is null")
                        == 1);
        assertThat(world.vipps.writes(sale.reference().value())).hasSize(5);
        world.clock.pass(Duration.ofMinutes(1));
        assertThat(world.result(sale, Kind.CAPTURE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }
}
