package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.fake.Fault;
import dev.kvitt.capture.fake.Write;
import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Ids;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.PaymentState;
import dev.kvitt.local.test.Scrape;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CaptureTest
class CreateTest {

    @Inject
    World world;

    @Test
    void a_customer_at_the_machine_is_asked_once_with_all_that_marks_the_payment_as_ours() throws Exception {
        var sale = new Sale("create-once");
        world.create(sale);
        var result = world.result(sale, Kind.CREATE, 1);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(result.view().state()).isEqualTo(PaymentState.CREATED);
        assertThat(result.view().amount()).isEqualTo(Sale.nok(5000));
        var write = onlyWrite(sale);
        assertThat(write.key())
                .isEqualTo(Ids.idempotencyKey("test", Sale.MSN, sale.operation(Kind.CREATE))
                        .toString());
        assertThat(write.body().path("customer").path("customerToken").asText()).isEqualTo("customer-token-1");
        assertThat(write.body().path("customerInteraction").asText()).isEqualTo("CUSTOMER_PRESENT");
        assertThat(write.body().path("userFlow").asText()).isEqualTo("WEB_REDIRECT");
        assertThat(write.body().path("returnUrl").asText()).isEqualTo("https://kvitt.example/return");
        assertThat(write.body().path("metadata").toString())
                .isEqualTo("{\"kvittInstallation\":\"test\",\"kvittOperation\":\"create-once-1/create/1\","
                        + "\"kvittSale\":\"create-once\"}");
    }

    @Test
    void what_came_of_operations_can_be_read_as_metrics_that_name_no_sale_and_no_customer() throws Exception {
        var sale = new Sale("create-counted");
        world.create(sale);
        world.result(sale, Kind.CREATE, 1);
        assertThat(Scrape.until(
                        "http://localhost:" + RestAssured.port,
                        "kvitt_vipps_operations_total{kind=\"create\",outcome=\"succeeded\"}"))
                .contains("kvitt_vipps_calls_seconds_count{answer=\"accepted\",kind=\"create\"}")
                .contains("kvitt_vipps_circuits{kind=\"write\",state=\"open\"}", "kvitt_consumer_lag")
                .contains("kvitt_operations_seconds_bucket{kind=\"create\",outcome=\"succeeded\",le=\"0.5\"}")
                .contains("kvitt_operations_open{status=\"unknown\"}", "kvitt_operations_in_doubt_seconds")
                .contains("kvitt_vipps_requests_seconds_count{answer=\"2xx\",api=\"epayment\",kind=\"write\"}")
                .doesNotContain("create-counted", "customer-token-1");
    }

    @Test
    void a_customer_who_is_elsewhere_is_not_said_to_be_present() throws Exception {
        var sale = new Sale("create-elsewhere");
        var customer = Customer.sealed(Customer.Kind.CUSTOMER_TOKEN, world.keys.seal("customer-token-1"));
        world.topic.send(sale.createElsewhere(customer, world.clock.instant()));
        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(onlyWrite(sale).body().path("customerInteraction").asText()).isEqualTo("CUSTOMER_NOT_PRESENT");
    }

    @Test
    void the_operation_and_its_first_try_are_stored_before_the_first_call() throws Exception {
        var sale = new Sale("create-stored");
        var rowsAtCall = new ConcurrentLinkedQueue<Integer>();
        world.vipps.observe(write -> {
            if (write.reference().equals(sale.reference().value())) {
                rowsAtCall.add(world.table.count(
                        "operation join task on task.key = operation.sale_key",
                        "operation_id = 'create-stored-1/create/1' and operation.last_sent_at is not null"
                                + " and in_doubt_since is not null and tries = 1 and first_tried is not null"));
            }
        });
        world.create(sale);
        world.result(sale, Kind.CREATE, 1);
        assertThat(rowsAtCall).containsExactly(1);
    }

    @Test
    void the_customer_token_is_stored_sealed_only() throws Exception {
        var sale = new Sale("create-sealed");
        world.create(sale);
        world.result(sale, Kind.CREATE, 1);
        var row = world.table.row(sale.operation(Kind.CREATE));
        assertThat(row.get("command").toString()).contains("CUSTOMER_TOKEN").doesNotContain("customer-token-1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_request_whose_answer_was_lost_before_the_work_is_sent_again_with_the_same_key(boolean dropped)
            throws Exception {
        var sale = new Sale("create-before-" + dropped);
        world.vipps.fail(
                "create", sale.reference().value(), dropped ? new Fault.LostBeforeWork() : new Fault.ErrorBeforeWork());
        world.create(sale);
        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertThat(world.result(sale, Kind.CREATE, 2).outcome()).isEqualTo(Outcome.SUCCEEDED);
        var writes = world.vipps.writes(sale.reference().value());
        assertThat(writes).hasSize(2);
        assertThat(writes.get(1)).isEqualTo(writes.get(0));
        assertThat(world.vipps.payment(sale.reference().value()).events("CREATED"))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_request_whose_answer_was_lost_after_the_work_is_found_and_not_sent_again(boolean dropped) throws Exception {
        var sale = new Sale("create-after-" + dropped);
        world.vipps.fail(
                "create", sale.reference().value(), dropped ? new Fault.LostAfterWork() : new Fault.ErrorAfterWork());
        world.create(sale);
        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        world.passUntilDue(sale, Duration.ofSeconds(2));
        var second = world.result(sale, Kind.CREATE, 2);
        assertThat(second.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(second.view().state()).isEqualTo(PaymentState.CREATED);
        onlyWrite(sale);
    }

    @Test
    void a_busy_vipps_is_given_the_time_it_asks_for_and_nobody_is_told_of_doubt() throws Exception {
        var sale = new Sale("create-busy");
        world.vipps.fail("create", sale.reference().value(), new Fault.TooMany(Duration.ofSeconds(40)));
        world.create(sale);
        world.untilTried(sale);
        world.clock.pass(Duration.ofSeconds(30));
        onlyWrite(sale);
        assertThat(world.table.row(sale.operation(Kind.CREATE)).get("in_doubt_since"))
                .isNull();
        world.clock.pass(Duration.ofSeconds(10));
        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void a_key_that_vipps_claims_to_know_is_looked_into_and_then_used_again() throws Exception {
        var sale = new Sale("create-conflict");
        world.vipps.fail("create", sale.reference().value(), new Fault.Problem(409, 4020));
        world.create(sale);
        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertThat(world.result(sale, Kind.CREATE, 2).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    private Write onlyWrite(Sale sale) {
        var writes = world.vipps.writes(sale.reference().value());
        assertThat(writes).hasSize(1);
        return writes.getFirst();
    }
}
