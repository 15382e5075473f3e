package dev.kvitt.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.capture.fake.FakeVipps;
import dev.kvitt.capture.fake.Fault;
import dev.kvitt.capture.support.CaptureTest;
import dev.kvitt.capture.support.Sale;
import dev.kvitt.capture.support.World;
import dev.kvitt.events.Customer;
import dev.kvitt.events.OperationId.Kind;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.UserFlow;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every way to find who pays, and what Vipps gets and answers for it. */
@CaptureTest
class CustomerKindsTest {

    @Inject
    World world;

    @Test
    void who_shows_their_code_is_pushed_the_request_with_its_whole_content() throws Exception {
        var sale = new Sale("kind-personal-qr");
        var result =
                asked(sale, sealed(Customer.Kind.PERSONAL_QR, "https://qr.vipps.no/p/4f?v=1"), UserFlow.PUSH_MESSAGE);
        assertThat(body(sale).path("customer").toString())
                .isEqualTo("{\"personalQr\":\"https://qr.vipps.no/p/4f?v=1\"}");
        assertThat(body(sale).path("userFlow").asText()).isEqualTo("PUSH_MESSAGE");
        assertThat(body(sale).path("customerInteraction").asText()).isEqualTo("CUSTOMER_PRESENT");
        assertThat(body(sale).has("returnUrl")).isFalse();
        assertThat(result.redirectUrl()).isNull();
    }

    @Test
    void who_says_their_number_is_pushed_the_request_under_the_country_code_of_the_shop() throws Exception {
        var sale = new Sale("kind-phone");
        var result = asked(sale, sealed(Customer.Kind.PHONE_NUMBER, "987 65 432"), UserFlow.PUSH_MESSAGE);
        assertThat(body(sale).path("customer").toString()).isEqualTo("{\"phoneNumber\":\"4798765432\"}");
        assertThat(result.redirectUrl()).isNull();
        assertThat(world.table.row(sale.operation(Kind.CREATE)).get("command").toString())
                .contains("PHONE_NUMBER")
                .doesNotContain("987");
    }

    @Test
    void a_till_with_a_screen_is_told_what_to_show() throws Exception {
        var sale = new Sale("kind-screen");
        var result = asked(sale, Customer.unknown(Customer.Kind.SCREEN), UserFlow.QR);
        assertThat(body(sale).has("customer")).isFalse();
        assertThat(body(sale).path("userFlow").asText()).isEqualTo("QR");
        assertThat(body(sale).path("qrFormat").toString()).isEqualTo("{\"format\":\"IMAGE/SVG+XML\"}");
        assertThat(result.redirectUrl()).isEqualTo(url(sale));
    }

    @Test
    void a_page_is_told_what_to_open() throws Exception {
        var sale = new Sale("kind-browser");
        var result = asked(sale, Customer.unknown(Customer.Kind.BROWSER), UserFlow.WEB_REDIRECT);
        assertThat(body(sale).has("customer")).isFalse();
        assertThat(body(sale).path("returnUrl").asText()).isEqualTo("https://kvitt.example/return");
        assertThat(body(sale).has("profile")).isFalse();
        assertThat(result.redirectUrl()).isEqualTo(url(sale));
    }

    @Test
    void who_pressed_pay_on_a_page_comes_back_to_their_own_sale() throws Exception {
        var sale = new Sale("kind-browser-back");
        asked(sale, Customer.browser(null, "https://pay.kvitt.example/p/r/dGVzdA"), UserFlow.WEB_REDIRECT);
        assertThat(body(sale).path("returnUrl").asText()).isEqualTo("https://pay.kvitt.example/p/r/dGVzdA");
        assertThat(body(sale).has("customer")).isFalse();
    }

    @Test
    void who_typed_their_number_on_a_page_finds_it_there_again() throws Exception {
        var sale = new Sale("kind-browser-phone");
        var customer = Customer.browser(world.keys.seal("+45 20 30 40 50"), "https://pay.kvitt.example/p/r/dGVzdA");
        var result = asked(sale, customer, UserFlow.WEB_REDIRECT);
        assertThat(body(sale).path("customer").toString()).isEqualTo("{\"phoneNumber\":\"4520304050\"}");
        assertThat(result.redirectUrl()).isEqualTo(url(sale));
        assertThat(world.table.row(sale.operation(Kind.CREATE)).get("command").toString())
                .doesNotContain("20 30 40 50", "4520304050");
    }

    @Test
    void who_may_be_remembered_is_asked_for_their_number_and_for_nothing_else() throws Exception {
        var sale = new Sale("kind-remembered");
        var browser = Customer.unknown(Customer.Kind.BROWSER);
        world.topic.send(sale.createSharing(browser, UserFlow.WEB_REDIRECT, world.clock.instant()));
        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(body(sale).path("profile").toString()).isEqualTo("{\"scope\":\"phoneNumber\"}");
    }

    @Test
    void what_to_show_is_found_again_when_the_answer_was_lost() throws Exception {
        var sale = new Sale("kind-screen-lost");
        world.vipps.fail("create", sale.reference().value(), new Fault.LostAfterWork());
        world.topic.send(sale.create(Customer.unknown(Customer.Kind.SCREEN), UserFlow.QR, world.clock.instant()));
        assertThat(world.result(sale, Kind.CREATE, 1).outcome()).isEqualTo(Outcome.UNKNOWN);
        world.passUntilDue(sale, Duration.ofSeconds(2));
        assertThat(world.result(sale, Kind.CREATE, 2).redirectUrl()).isEqualTo(url(sale));
    }

    @Test
    void where_the_app_shows_the_request_its_address_is_nobodys_to_open() throws Exception {
        var sale = new Sale("kind-token");
        var result = asked(sale, sealed(Customer.Kind.CUSTOMER_TOKEN, "token"), UserFlow.WEB_REDIRECT);
        assertThat(result.redirectUrl()).isNull();
    }

    @Test
    void lines_go_with_the_request_as_the_customers_receipt() throws Exception {
        var sale = new Sale("kind-receipt");
        asked(sale, Customer.unknown(Customer.Kind.SCREEN), UserFlow.QR, Sale.line(3000, 600));
        assertThat(body(sale).path("receipt").toString())
                .isEqualTo(
                        "{\"orderLines\":[{\"name\":\"Fanta 0.5 l\",\"id\":\"fanta-05\",\"totalAmount\":3000,"
                                + "\"totalAmountExcludingTax\":2400,\"totalTaxAmount\":600,\"taxRate\":2500}],"
                                + "\"bottomLine\":{\"currency\":\"NOK\",\"posId\":\"machine-7\",\"receiptNumber\":\"R-1001\"}}");
    }

    private OperationResult asked(Sale sale, Customer customer, UserFlow flow, OrderLine... receipt) throws Exception {
        world.topic.send(sale.create(customer, flow, world.clock.instant(), receipt));
        var result = world.result(sale, Kind.CREATE, 1);
        assertThat(result.outcome()).isEqualTo(Outcome.SUCCEEDED);
        return result;
    }

    private Customer sealed(Customer.Kind kind, String clear) {
        return Customer.sealed(kind, world.keys.seal(clear));
    }

    private JsonNode body(Sale sale) {
        return world.vipps.writes(sale.reference().value()).getFirst().body();
    }

    private static String url(Sale sale) {
        return FakeVipps.redirectUrl(sale.reference().value());
    }
}
