package dev.kvitt.checkin.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.vipps.VippsDouble;
import dev.kvitt.events.Customer;
import dev.kvitt.local.test.KvittTestResource;
import dev.kvitt.local.test.LogLines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Who scans, shows a code or says a number is in no line and no metric, whatever Vipps answers. */
@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "checkin"))
@QuarkusTestResource(CheckinWorld.class)
class NothingPersonalInLogsTest {

    private static final String NUMBER = "4766666666";
    private static final String STRANGER = "planted-stranger";
    private static final int TILL = 17;

    @Inject
    TillWorld world;

    @Test
    void numbers_codes_and_tokens_are_in_no_line_and_no_metric() throws Exception {
        try (var lines = new LogLines()) {
            var scan = world.scan(NUMBER, TILL);
            var again = world.scan(STRANGER, TILL);
            world.awaitNoTasks();
            var shown = presented("https://qr.example/" + NUMBER);
            presented("https://qr.example/" + STRANGER);
            presented(VippsDouble.OUT_OF_ORDER + STRANGER);
            seal(NUMBER);

            assertThat(lines.all())
                    .anyMatch(line -> line.startsWith(scan.saleKey() + " ") && line.contains("Reads"))
                    .anyMatch(line -> line.startsWith(shown.key() + " ") && line.contains("Says"))
                    .noneMatch(line -> line.contains(NUMBER) || line.contains(STRANGER))
                    .noneMatch(line -> line.contains(scan.token()) || line.contains(again.token()));
        }
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("kvitt_outbox_waiting", "kvitt_vipps_circuits{kind=\"write\",state=\"open\"}")
                .doesNotContain(NUMBER, STRANGER);
    }

    private TestSale presented(String content) throws Exception {
        var sale = world.sale(TILL);
        world.publish(sale.presented(world.customer(Customer.Kind.PERSONAL_QR, content), world.now()));
        world.awaitIdentified(sale, 1);
        return sale;
    }

    private static void seal(String number) {
        RestAssured.given()
                .header("Authorization", "Bearer " + CheckinWorld.TILL_TOKEN)
                .contentType("application/json")
                .body("{\"kind\":\"PHONE_NUMBER\",\"value\":\"" + number + "\"}")
                .post("/customers/seal")
                .then()
                .statusCode(200);
    }
}
