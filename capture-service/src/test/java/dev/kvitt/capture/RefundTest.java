package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

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
class RefundTest {

    @Inject
    World world;

    @Test
    void the_same_amount_is_paid_back_twice_when_it_was_asked_for_twice() throws Exception {
        var sale = captured("refund-twice");
        for (var n = 1; n <= 2; n++) {
            world.topic.send(sale.refund(n, 1000, world.clock.instant()));
            var result = world.topic.result(sale.refund(n), 1);
            assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(result.view().aggregate().refunded()).isEqualTo(Sale.nok(n * 1000L));
        }
        assertThat(world.vipps.writes(sale.reference().value()))
                .filteredOn(write -> write.kind().equals("refund"))
                .extracting(Write::key)
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    static List<Fault> lossesAndErrors() {
        return CaptureAndCancelTest.lossesAndErrors();
    }

    @ParameterizedTest
    @MethodSource("lossesAndErrors")
    void whatever_is_lost_the_money_is_paid_back_once(Fault fault) throws Exception {
        var sale = captured("refund-" + fault.getClass().getSimpleName());
        world.vipps.fail("refund", sale.reference().value(), fault);
        world.topic.send(sale.refund(1, 1000, world.clock.instant()));
        assertThat(world.topic.result(sale.refund(1), 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertThat(world.topic.result(sale.refund(1), 2).outcome()).isEqualTo(Outcome.SUCCEEDED);
        var payment = world.vipps.payment(sale.reference().value());
        assertThat(payment.events("REFUNDED")).isOne();
        assertThat(payment.refunded()).isEqualTo(1000);
    }

    @Test
    void an_earlier_refund_of_the_same_amount_is_not_taken_for_the_one_that_was_lost() throws Exception {
        var sale = captured("refund-nameless");
        var reference = sale.reference().value();
        world.topic.send(sale.refund(1, 1000, world.clock.instant()));
        world.topic.result(sale.refund(1), 1);
        world.vipps.payment(reference).forgetKeys();
        world.vipps.fail("refund", reference, new Fault.LostBeforeWork());
        world.topic.send(sale.refund(2, 1000, world.clock.instant()));
        assertThat(world.topic.result(sale.refund(2), 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        var readsBefore = world.vipps.reads(reference);
        world.passUntilDue(sale, Duration.ofMinutes(61));
        Eventually.holds("the payment was read", () -> world.vipps.reads(reference) > readsBefore + 1);
        world.vipps.carryOut(world.vipps.writes(reference).getLast());
        world.passUntilDue(sale, Duration.ofMinutes(5));
        var result = world.topic.result(sale.refund(2), 2);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.view().aggregate().refunded()).isEqualTo(Sale.nok(2000));
        assertThat(world.vipps.payment(reference).events("REFUNDED")).isEqualTo(2);
    }

    @Test
    void more_than_was_captured_is_refused_and_shows_the_payment() throws Exception {
        var sale = captured("refund-too-much");
        world.topic.send(sale.refund(1, 3001, world.clock.instant()));
        var result = world.topic.result(sale.refund(1), 1);
        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.refusal().code()).isEqualTo("vipps-6150");
        assertThat(result.view().aggregate().refunded()).isEqualTo(Sale.nok(0));
    }

    private Sale captured(String id) throws Exception {
        var sale = world.reserved(id);
        world.topic.send(sale.capture(3000, world.clock.instant()));
        assertThat(world.result(sale, Kind.CAPTURE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        return sale;
    }
}
