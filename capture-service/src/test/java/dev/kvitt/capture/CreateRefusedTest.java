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
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
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
        assertRejected(world.result(sale, Kind.CREATE, 1), "customer-erased");
        assertThat(world.vipps.writes(sale.reference().value())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CUSTOMER_TOKEN")
    void a_customer_whom_this_installation_cannot_ask_yet_is_not_asked(Customer.Kind kind) throws Exception {
        var sale = new Sale("refused-" + kind.name().replace('_', '-'));
        var customer =
                switch (kind) {
                    case PERSONAL_QR, PHONE_NUMBER -> Customer.sealed(kind, world.keys.seal("made-up"));
                    case KNOWN -> new Customer(kind, null, "7c0e");
                    case CUSTOMER_TOKEN, SCREEN, BROWSER -> Customer.unknown(kind);
                };
        world.topic.send(sale.create(customer, world.clock.instant()));
        assertRejected(world.result(sale, Kind.CREATE, 1), "customer-kind-unknown");
        assertThat(world.vipps.writes(sale.reference().value())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"765432", "999999"})
    void a_sales_unit_that_is_unknown_or_closed_asks_nobody(String msn) throws Exception {
        var sale = new Sale(new Msn(msn), new SaleId("refused-" + msn));
        world.create(sale);
        assertRejected(world.result(sale, Kind.CREATE, 1), "unknown-sales-unit");
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
