package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.fake.RememberedCustomers;
import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.Customer;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.UserFlow;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Customers who agreed to be remembered: their number is asked for at the last moment and kept nowhere. */
@CaptureTest
class KnownCustomerTest {

    private static final String NUMBER = "4798765432";

    @Inject
    World world;

    @Inject
    RememberedCustomers customers;

    @Test
    void the_request_goes_to_the_number_that_is_kept_for_this_merchant() throws Exception {
        customers.remember("123456", "c-anna", NUMBER);
        var sale = asked("known-anna", "c-anna");

        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        var body = world.vipps.writes(sale.reference().value()).getFirst().body();
        assertThat(body.path("customer").toString()).isEqualTo("{\"phoneNumber\":\"" + NUMBER + "\"}");
        assertThat(body.path("userFlow").asText()).isEqualTo("PUSH_MESSAGE");
        assertThat(world.table.row(sale.operation(Kind.CREATE)).toString()).doesNotContain(NUMBER);
        assertThat(customers.asked()).contains("/internal/customers/c-anna/number?msn=123456&saleId=known-anna");
    }

    @Test
    void whoever_is_not_remembered_any_more_is_not_asked_and_the_till_hears_what_to_do() throws Exception {
        customers.remember("123456", "c-bo", NUMBER);
        customers.erase("123456", "c-bo");
        customers.remember("765432", "c-other-merchants", NUMBER);
        for (var id : new String[] {"c-bo", "c-other-merchants", "../c-anna/number?msn=123456#"}) {
            var sale = asked("unknown-" + Integer.toHexString(id.hashCode()), id);
            var result = world.result(sale, Kind.CREATE, 1);

            assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
            assertThat(result.refusal().code()).isEqualTo("not-sent-customer-unknown");
            assertThat(result.refusal().sentence()).contains("number or show a code");
            assertThat(world.vipps.writes(sale.reference().value())).isEmpty();
        }
    }

    @Test
    void while_numbers_cannot_be_had_the_request_waits_and_is_then_sent() throws Exception {
        customers.remember("123456", "c-cleo", NUMBER);
        customers.away(true);
        var sale = asked("known-away", "c-cleo");
        world.untilTried(sale);
        assertThat(world.vipps.writes(sale.reference().value())).isEmpty();
        customers.away(false);
        world.passUntilDue(sale, Duration.ofSeconds(2));

        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void a_404_of_somebody_else_does_not_make_a_customer_unknown() throws Exception {
        customers.remember("123456", "c-eva", NUMBER);
        customers.notThere(true);
        var sale = asked("known-not-there", "c-eva");
        world.untilTried(sale);
        assertThat(world.vipps.writes(sale.reference().value())).isEmpty();
        customers.notThere(false);
        world.passUntilDue(sale, Duration.ofSeconds(2));

        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void nobody_is_asked_for_a_sale_they_gave_up_while_numbers_could_not_be_had() throws Exception {
        customers.remember("123456", "c-dag", NUMBER);
        customers.away(true);
        var sale = asked("known-too-late", "c-dag");
        world.untilTried(sale);
        world.passUntilDue(sale, Duration.ofMinutes(3));
        customers.away(false);

        assertThat(world.result(sale, Kind.CREATE, 1).refusal().code()).isEqualTo("too-late");
        assertThat(world.vipps.writes(sale.reference().value())).isEmpty();
    }

    private Sale asked(String id, String customerId) throws Exception {
        var sale = new Sale(id);
        var customer = Customer.known(customerId, null);
        world.topic.send(sale.create(customer, UserFlow.PUSH_MESSAGE, world.clock.instant()));
        return sale;
    }
}
