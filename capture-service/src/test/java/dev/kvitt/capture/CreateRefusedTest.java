package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.fake.Fault;
import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Eventually;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.UserFlow;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@CaptureTest
class CreateRefusedTest {

    @Inject
    World world;

    @Test
    void a_token_that_is_too_old_asks_for_another_scan() throws Exception {
        var sale = new Sale("refused-token");
        world.vipps.fail("create", sale.reference().value(), new Fault.Problem(400, 4050));
        world.create(sale);
        var result = world.result(sale, Kind.CREATE, 1);
        assertRejected(result, "vipps-4050");
        assertThat(result.refusal().retry()).isTrue();
        assertThat(world.vipps.writes(sale.reference().value())).hasSize(1);
    }

    @Test
    void a_malformed_request_is_rejected_by_its_status() throws Exception {
        var sale = new Sale("refused-malformed");
        world.vipps.fail("create", sale.reference().value(), new Fault.Problem(400, 0));
        world.create(sale);
        assertRejected(world.result(sale, Kind.CREATE, 1), "vipps-http-400");
    }

    @Test
    void a_reference_that_another_system_uses_is_left_alone() throws Exception {
        var sale = new Sale("refused-taken");
        world.vipps.others(sale.reference().value());
        world.create(sale);
        var result = world.result(sale, Kind.CREATE, 1);
        assertRejected(result, "reference-taken");
        assertThat(result.view()).isNull();
    }

    @Test
    void a_request_that_is_too_old_is_not_sent() throws Exception {
        var sale = new Sale("refused-late");
        var issued = world.clock.instant().minus(Duration.ofMinutes(3));
        world.topic.send(sale.create(world.keys.seal("token"), issued));
        assertRejected(world.result(sale, Kind.CREATE, 1), "too-late");
        assertThat(world.vipps.writes(sale.reference().value())).isEmpty();
    }

    @Test
    void a_customer_whose_key_was_destroyed_is_not_asked() throws Exception {
        var sale = new Sale("refused-erased");
        world.topic.send(sale.create(world.keys.sealedFourDaysAgo("token"), world.clock.instant()));
        assertRejected(world.result(sale, Kind.CREATE, 1), "not-sent-customer-erased");
        assertThat(world.vipps.writes(sale.reference().value())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PERSONAL_QR, abcd", "PHONE_NUMBER, 12", "PHONE_NUMBER, nobody"})
    void a_code_or_number_that_vipps_cannot_take_is_not_sent(Customer.Kind kind, String clear) throws Exception {
        var sale = new Sale("refused-unusable-" + clear);
        var customer = Customer.sealed(kind, world.keys.seal(clear));
        world.topic.send(sale.create(customer, UserFlow.PUSH_MESSAGE, world.clock.instant()));
        assertNeverSent(sale, "not-sent-customer-unusable");
    }

    @Test
    void lines_that_are_an_oere_off_are_not_sent() throws Exception {
        var sale = new Sale("refused-lines");
        var nobody = Customer.unknown(Customer.Kind.SCREEN);
        world.topic.send(sale.create(nobody, UserFlow.QR, world.clock.instant(), Sale.line(3000, 601)));
        assertNeverSent(sale, "not-sent-lines-do-not-add-up");
    }

    @Test
    void a_push_to_nobody_is_not_sent() throws Exception {
        var sale = new Sale("refused-push");
        var nobody = Customer.unknown(Customer.Kind.BROWSER);
        world.topic.send(sale.create(nobody, UserFlow.PUSH_MESSAGE, world.clock.instant()));
        assertNeverSent(sale, "not-sent-unusable-request");
    }

    private void assertNeverSent(Sale sale, String code) {
        assertRejected(world.result(sale, Kind.CREATE, 1), code);
        assertThat(world.vipps.writes(sale.reference().value())).isEmpty();
    }

    @Test
    void what_only_the_gateway_refused_is_a_no_once_vipps_shows_no_payment() throws Exception {
        var sale = new Sale("refused-gateway");
        world.vipps.fail("create", sale.reference().value(), new Fault.Problem(404, 0));
        world.vipps.fail("get", sale.reference().value(), new Fault.Problem(404, 0));
        world.create(sale);
        world.untilTried(sale);
        world.vipps.fail("create", sale.reference().value(), new Fault.Problem(403, 0));
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertRejected(world.result(sale, Kind.CREATE, 1), "vipps-http-403");
    }

    @ParameterizedTest
    @ValueSource(strings = {"765432", "999999"})
    void a_sales_unit_that_is_unknown_or_closed_asks_nobody(String msn) throws Exception {
        var sale = new Sale(new Msn(msn), new SaleId("refused-" + msn));
        world.create(sale);
        assertRejected(world.result(sale, Kind.CREATE, 1), "not-sent-unknown-sales-unit");
        assertThat(world.vipps.writes(sale.reference().value())).isEmpty();
    }

    @Test
    void a_request_waits_for_sealing_keys_that_are_younger_than_those_we_remember() throws Exception {
        var first = new Sale("keys-first");
        world.create(first);
        world.result(first, Kind.CREATE, 1);
        world.keys.away(true);
        world.clock.pass(Duration.ofDays(1));
        var sale = new Sale("keys-second");
        world.create(sale);
        Eventually.holds(
                "it was tried without keys",
                () -> world.table.count("task", "key like '%keys-second' and tries > 0") == 1);
        world.keys.away(false);
        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    private static void assertRejected(OperationResult result, String code) {
        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.refusal().code()).isEqualTo(code);
        assertThat(result.refusal().sentence()).isNotBlank();
        assertThat(result.number()).isOne();
    }
}
