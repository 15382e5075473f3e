package dev.kvitt.operations.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.kvitt.operations.support.AccessTestResource;
import dev.kvitt.operations.support.Browser;
import dev.kvitt.operations.support.Doors;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Tables;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer who calls is found by their number, which is kept nowhere here. */
@OperationsTest
@WithTestResource(value = Doors.class, initArgs = @ResourceArg(name = "checkin", value = "there"))
class CustomersPageTest {

    private static final String PAGE = "/console/customers";
    private static final String DOOR = "checkin POST /operators/customers";
    private static final Map<String, String> CALL = Map.of("number", "+47 970 70 707", "reason", "she called");

    @Inject
    Tables tables;

    @BeforeEach
    void forget() {
        Doors.forget();
    }

    private static void knows() {
        Doors.answer(
                DOOR,
                200,
                """
                {"customers":[{"merchant":"brus","customerId":"c-1","number":"+47 *****707",
                "sales":["123456/sale-00001","123456/sale-00002"]}]}""");
    }

    @Test
    void the_sales_of_a_number_are_found_and_the_search_is_written_down_without_it() {
        knows();
        var browser = Browser.loggedIn("operator");
        browser.get(PAGE);
        var page = browser.post(PAGE, CALL);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains("+47 *****707", "href=\"/console/sales/123456/sale-00001\"", "sale-00002")
                .doesNotContain("97070707", "970 70 707", " style=");
        assertThat(Doors.posted()).containsExactly("checkin /operators/customers {\"number\":\"4797070707\"}");
        assertThat(tables.texts("select audit::text from audit where what = 'find-customer'"))
                .anySatisfy(row -> assertThat(row).contains("operator", "she called"))
                .noneMatch(row -> row.contains("70707"));
    }

    @Test
    void programs_ask_the_same() {
        knows();
        given().header("Authorization", "Bearer " + AccessTestResource.token("operator"))
                .contentType("application/json")
                .body(CALL)
                .post("/api/customers/find")
                .then()
                .statusCode(200)
                .body("customers[0].customerId", equalTo("c-1"))
                .body("customers[0].sales.size()", equalTo(2));
    }

    @Test
    void a_number_that_nobody_keeps_and_what_is_no_number_are_told() {
        Doors.answer(DOOR, 200, "{\"customers\":[]}");
        var browser = Browser.loggedIn("operator");
        browser.get(PAGE);
        assertThat(browser.post(PAGE, CALL).asString()).contains("No merchant keeps this number.");
        for (var wrong : new String[] {"", "970", "anna", "4797070707@example.org"}) {
            var refused = browser.post(PAGE, Map.of("number", wrong, "reason", "she called"));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.asString())
                    .contains("A number is 9 to 15 digits", "value=\"" + wrong + "\"", "value=\"she called\"");
        }
        assertThat(Doors.posted()).hasSize(1);
    }

    @Test
    void a_checkin_service_that_is_away_or_has_no_door_is_said() {
        for (var status : new int[] {404, 401, 500}) {
            Doors.answer(DOOR, status, "{}");
            var browser = Browser.loggedIn("operator");
            browser.get(PAGE);
            var page = browser.post(PAGE, CALL);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.asString()).contains("checkin-service cannot be asked just now");
        }
    }

    @Test
    void nobody_else_searches() {
        knows();
        for (var user : new String[] {"viewer", "finance"}) {
            var browser = Browser.loggedIn(user);
            assertThat(browser.get(PAGE).asString()).contains("Only operators").doesNotContain("name=\"number\"");
            assertThat(browser.post(PAGE, CALL).statusCode()).isEqualTo(403);
        }
        assertThat(Doors.posted()).isEmpty();
    }
}
