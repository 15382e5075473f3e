package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.capture.fake.Fault;
import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.Customer;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.UserFlow;
import dev.kvitt.local.test.LogLines;
import dev.kvitt.local.test.Scrape;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Lines name their sale, and neither lines nor metrics say who pays, also when something goes wrong. */
@CaptureTest
class NothingPersonalInLogsTest {

    private static final String PHONE = "98761234";
    private static final String TOKEN = "planted-customer-token";

    @Inject
    World world;

    @Test
    void a_number_and_a_token_are_in_no_line_and_no_metric() throws Exception {
        try (var lines = new LogLines()) {
            var called = new Sale("planted-phone");
            world.vipps.fail("create", called.reference().value(), new Fault.LostAfterWork());
            ask(called, Customer.Kind.PHONE_NUMBER, PHONE, UserFlow.PUSH_MESSAGE);
            world.passUntilDue(called, Duration.ofSeconds(2));
            world.result(called, Kind.CREATE, 2);

            var scanned = new Sale("planted-token");
            world.vipps.fail("create", scanned.reference().value(), new Fault.Problem(400, 4050));
            ask(scanned, Customer.Kind.CUSTOMER_TOKEN, TOKEN, UserFlow.WEB_REDIRECT);

            assertThat(lines.all())
                    .anyMatch(line -> line.startsWith("123456/planted-phone ") && line.contains("succeeded"))
                    .anyMatch(line -> line.startsWith("123456/planted-token ") && line.contains("rejected"))
                    .noneMatch(line -> line.contains(PHONE) || line.contains(TOKEN));
        }
        assertThat(Scrape.until(
                        "http://localhost:" + RestAssured.port,
                        "kvitt_vipps_operations_total{kind=\"create\",outcome=\"rejected\"}"))
                .doesNotContain(PHONE, TOKEN, "planted");
    }

    @Test
    void commands_calls_and_results_are_told_of_under_their_sale_and_in_its_trace() throws Exception {
        var traceId = "0af7651916cd43dd8448eb211c80319c";
        var traceparent = "00-" + traceId + "-b7ad6b7169203331-01";
        var sale = new Sale("traced-1");
        try (var lines = new LogLines()) {
            world.topic.send(sale.create(world.keys.seal(TOKEN), world.clock.instant()), traceparent);
            world.result(sale, Kind.CREATE, 1);

            var about = "123456/traced-1 " + traceId + " ";
            assertThat(lines.all())
                    .anyMatch(line -> line.startsWith(about + "Reads kvitt.command.create.v1"))
                    .anyMatch(line -> line.startsWith(about + "Operation") && line.endsWith("succeeded"))
                    .anyMatch(line -> line.startsWith(about + "Says kvitt.result.operation.v1"));
        }
        assertThat(world.topic.traceparents(sale.operation(Kind.CREATE)))
                .containsOnly(traceparent)
                .isNotEmpty();
    }

    private void ask(Sale sale, Customer.Kind kind, String clear, UserFlow flow) throws Exception {
        var customer = Customer.sealed(kind, world.keys.seal(clear));
        world.topic.send(sale.create(customer, flow, world.clock.instant()));
        world.result(sale, Kind.CREATE, 1);
    }
}
