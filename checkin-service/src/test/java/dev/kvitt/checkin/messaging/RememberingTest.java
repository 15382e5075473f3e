package dev.kvitt.checkin.messaging;

import static dev.kvitt.checkin.Awaiting.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.events.CustomerRemembered;
import dev.kvitt.local.test.KvittTestResource;
import dev.kvitt.local.test.LogLines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From a customer's agreement to the next sale, and to their being forgotten. */
@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "checkin"))
@QuarkusTestResource(CheckinWorld.class)
class RememberingTest {

    private static final String ANNA = "4791111111";

    private static final String BO = "4792222222";
    private static final String CLEO = "4793333333";
    private static final String DAG = "4794444444";

    @Inject
    TillWorld world;

    @Inject
    Tables tables;

    @Test
    void who_agreed_is_known_by_an_id_from_then_on_and_their_number_goes_nowhere() throws Exception {
        try (var lines = new LogLines()) {
            var remembered = remembered("shares", ANNA);

            assertThat(number(remembered.customerId(), CheckinWorld.MSN)).isEqualTo(ANNA);
            assertThat(remembered.until()).isAfter(world.now().plus(Duration.ofDays(364)));
            assertThat(lines.all())
                    .anyMatch(line -> line.contains("AUDIT customer " + remembered.customerId()))
                    .noneMatch(line -> line.contains(ANNA.substring(2)));
        }
        assertThat(RestAssured.get("/q/metrics").asString())
                .contains("kvitt_customers_remembered_total{outcome=\"kept\"}")
                .doesNotContain(ANNA.substring(2));
    }

    @Test
    void a_number_that_stands_only_behind_the_customers_id_at_vipps_is_fetched_there() throws Exception {
        var remembered = remembered("profile", BO);

        assertThat(number(remembered.customerId(), CheckinWorld.MSN)).isEqualTo(BO);
    }

    @Test
    void what_vipps_does_not_say_yet_is_asked_for_again() throws Exception {
        var sale = sale("later", CLEO);
        world.publish(sale.agreed(world.now()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tables.first("select tries from task where key = '" + sale.key() + "'"), "1"::equals);
        world.clock.advance(Duration.ofSeconds(3));

        assertThat(number(world.awaitRemembered(sale).customerId(), CheckinWorld.MSN))
                .isEqualTo(CLEO);
    }

    @Test
    void when_vipps_has_not_said_it_for_a_week_it_is_asked_no_more() throws Exception {
        var sale = sale("never", "nobody");
        world.publish(sale.agreed(world.now()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tables.first("select tries from task where key = '" + sale.key() + "'"), "1"::equals);
        world.clock.advance(Remembering.SHARED_FOR);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> tables.first("select count(*) from task where key = '" + sale.key() + "'"), "0"::equals);
        assertThat(world.remembered(sale)).isEmpty();
    }

    @Test
    void the_same_customer_has_the_same_id_in_the_next_sale_and_a_second_word_of_the_same_sale_does_nothing()
            throws Exception {
        var first = sale("shares", DAG);
        world.publish(first.agreed(world.now()));
        var id = world.awaitRemembered(first).customerId();
        world.publish(first.agreedAndCaptured(world.now()));
        assertThat(remembered("shares", DAG).customerId()).isEqualTo(id);

        assertThat(world.remembered(first)).hasSize(1);
    }

    @Test
    void other_merchants_and_strangers_get_no_number() throws Exception {
        var id = remembered("shares", "4795555555").customerId();

        internal(id, "765432", CheckinWorld.INTERNAL_TOKEN).statusCode(404).body("code", equalTo("unknown-customer"));
        // A sales unit that this process has not heard of says nothing about its customers.
        internal(id, "999999", CheckinWorld.INTERNAL_TOKEN).statusCode(503);
        internal(id, "nonsense", CheckinWorld.INTERNAL_TOKEN).statusCode(400);
        for (var token : new String[] {"wrong", CheckinWorld.MERCHANT_TOKEN, CheckinWorld.TILL_TOKEN}) {
            internal(id, CheckinWorld.MSN, token).statusCode(401);
        }
    }

    @Test
    void operators_find_the_sales_of_a_number_that_is_kept_and_of_no_other() throws Exception {
        var number = "4797070707";
        var sale = sale("shares", number);
        world.publish(sale.agreed(world.now()));
        var id = world.awaitRemembered(sale).customerId();
        number(id, CheckinWorld.MSN);
        try (var lines = new LogLines()) {
            operators(CheckinWorld.OPERATORS_TOKEN, number)
                    .statusCode(200)
                    .header("Cache-Control", equalTo("no-store"))
                    .body("customers.size()", equalTo(1))
                    .body("customers[0].customerId", equalTo(id))
                    .body("customers[0].number", equalTo("+47 *****707"))
                    .body("customers[0].sales", hasItem(sale.key()));
            assertThat(lines.all()).noneMatch(line -> line.contains(number.substring(2)));
        }
        operators(CheckinWorld.OPERATORS_TOKEN, "4790000001").statusCode(200).body("customers.size()", equalTo(0));
        operators(CheckinWorld.OPERATORS_TOKEN, "+47 970").statusCode(400);
        for (var token : new String[] {"wrong", CheckinWorld.MERCHANT_TOKEN, CheckinWorld.INTERNAL_TOKEN}) {
            operators(token, number).statusCode(401);
        }
        merchant().delete("/customers/" + id).then().statusCode(200);
        operators(CheckinWorld.OPERATORS_TOKEN, number).statusCode(200).body("customers.size()", equalTo(0));
    }

    private static ValidatableResponse operators(String token, String number) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body(Map.of("number", number))
                .post("/operators/customers")
                .then();
    }

    @Test
    void a_merchant_sees_enough_to_recognise_its_customer_and_exports_everything() throws Exception {
        var id = remembered("shares", "4796666666").customerId();
        number(id, CheckinWorld.MSN);

        merchant()
                .get("/customers/" + id)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("state", equalTo("kept"))
                .body("number", equalTo("+47 *****666"));
        merchant()
                .get("/customers/" + id + "/export")
                .then()
                .statusCode(200)
                .body("number", equalTo("4796666666"))
                .body("consents[0].purpose", equalTo(TestSale.PURPOSE))
                .body("uses.size()", equalTo(1));
        find("4796666666")
                .statusCode(200)
                .body("customers.size()", equalTo(1))
                .body("customers[0].customerId", equalTo(id))
                .body("customers[0].number", equalTo("+47 *****666"));
        find("4790000000").statusCode(404);
    }

    @Test
    void whoever_is_erased_cannot_be_read_a_moment_later() throws Exception {
        var id = remembered("shares", "4797777777").customerId();
        merchant().delete("/customers/" + id).then().statusCode(200).body("customerId", equalTo(id));

        internal(id, CheckinWorld.MSN, CheckinWorld.INTERNAL_TOKEN).statusCode(404);
        merchant().get("/customers/" + id).then().statusCode(200).body("state", equalTo("erased"));
        merchant().get("/customers/" + id + "/export").then().statusCode(200).body("number", equalTo(null));
        find("4797777777").statusCode(404);
        merchant().delete("/customers/" + id).then().statusCode(200);
    }

    @Test
    void a_merchants_token_is_good_for_its_own_customers_only() throws Exception {
        var id = remembered("shares", "4798888888").customerId();
        for (var token : new String[] {"wrong", CheckinWorld.INTERNAL_TOKEN, CheckinWorld.TILL_TOKEN}) {
            given().header("Authorization", "Bearer " + token)
                    .get("/customers/" + id)
                    .then()
                    .statusCode(401);
        }
        var others = Map.of("Authorization", "Bearer " + CheckinWorld.OTHER_MERCHANTS_TOKEN);
        given().headers(others).get("/customers/" + id).then().statusCode(404);
        given().headers(others).get("/customers/" + id + "/export").then().statusCode(404);
        given().headers(others).delete("/customers/" + id).then().statusCode(404);

        assertThat(number(id, CheckinWorld.MSN)).isEqualTo("4798888888");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'number':'+4798765432'}", "{'number':4}", "[4798765432", "4798765432", ""})
    void what_is_no_number_is_refused_without_repeating_it(String body) {
        var answer = merchant()
                .contentType("application/json")
                .body(body.replace('\'', '"'))
                .post("/customers/find")
                .then()
                .statusCode(400);
        assertThat(answer.extract().asString()).doesNotContain("98765432");
    }

    private CustomerRemembered remembered(String how, String number) throws Exception {
        var sale = sale(how, number);
        world.publish(sale.agreed(world.now()));
        return world.awaitRemembered(sale);
    }

    /** As VippsDouble reads it. */
    private static TestSale sale(String how, String number) {
        return TestSale.named(how + "-" + new StringBuilder(number).reverse() + "-" + System.nanoTime());
    }

    private static String number(String id, String msn) {
        return internal(id, msn, CheckinWorld.INTERNAL_TOKEN)
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract()
                .path("number");
    }

    private static ValidatableResponse internal(String id, String msn, String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/internal/customers/" + id + "/number?msn=" + msn + "&saleId=next-sale")
                .then();
    }

    private static RequestSpecification merchant() {
        return given().header("Authorization", "Bearer " + CheckinWorld.MERCHANT_TOKEN);
    }

    private static ValidatableResponse find(String number) {
        return merchant()
                .contentType("application/json")
                .body("{\"number\":\"" + number + "\"}")
                .post("/customers/find")
                .then();
    }
}
