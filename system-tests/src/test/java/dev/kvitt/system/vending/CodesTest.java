package dev.kvitt.system.vending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Passenger;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.demo.TaxiFlow;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.local.stack.Secrets;
import dev.kvitt.local.stack.StackSecrets;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.till.Tills;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Printed codes ordered over HTTP, through all services, Kafka and PostgreSQL, against the sandbox. */
class CodesTest {

    private static final String CUSTOMER = "4712345678";

    private static Vending vending;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        vending = StackUnderTest.vending();
    }

    @Test
    void a_code_sells_at_the_machine_it_is_in_also_after_a_move_and_is_unknown_when_deleted() {
        assertThat(order("PUT", "/made-qr", "{\"kind\":\"callback\",\"till\":\"spare-1\",\"location\":\"Lobby\"}"))
                .contains("\"state\":\"put\"");
        assertThat(sold("made-qr")).isEqualTo("spare-1");

        order("PUT", "/made-qr/till", "{\"till\":\"spare-2\",\"location\":\"Canteen\"}");
        assertThat(sold("made-qr")).isEqualTo("spare-2");

        assertThat(order("DELETE", "/made-qr", "")).contains("\"state\":\"deleted\"");
        assertThatThrownBy(() -> vending.phone.scan(Vending.MSN, "made-qr", CUSTOMER))
                .hasMessageContaining("404");
    }

    @Test
    void a_till_sells_at_a_code_that_is_in_no_file() {
        order("PUT", "/made-till-qr", "{\"kind\":\"callback\",\"till\":\"till-3\",\"location\":\"Storgata, till 3\"}");
        var tills = new Tills();
        var till = tills.shop.till(Shop.MSN, "till-3");
        SaleOpened sale = till.open(till.basket().atCode("made-till-qr"));
        tills.shop.phone.scan(Shop.MSN, "made-till-qr", Tills.ADA);
        tills.pays(sale, 1);
        assertThat(tills.settled(sale).sale().qrId()).isEqualTo("made-till-qr");
        order("DELETE", "/made-till-qr", "");
    }

    @Test
    void a_taxi_is_paid_at_a_redirect_code_made_over_http_and_after_a_move_another_one() {
        assertThat(order(
                        "PUT",
                        "/made-taxi-qr",
                        "{\"kind\":\"redirect\",\"till\":\"spare-taxi-1\",\"location\":\"Taxi A\"}"))
                .contains("\"state\":\"put\"");
        ridden("spare-taxi-1", "Taxi A");
        order("PUT", "/made-taxi-qr/till", "{\"till\":\"spare-taxi-2\",\"location\":\"Taxi B\"}");
        ridden("spare-taxi-2", "Taxi B");
        order("DELETE", "/made-taxi-qr", "");
    }

    /** A whole ride at the code, with what meter and passenger see. */
    private void ridden(String car, String place) {
        var tills = new Tills();
        var meter = tills.shop.till(Shop.MSN, car);
        var ride = meter.open(meter.basket().ride(34_900).atCode("made-taxi-qr"));
        try (var passenger = new Passenger()) {
            var shown = passenger.scan(TaxiFlow.target(tills.shop.phone, Shop.MSN, "made-taxi-qr"), ride);
            assertThat(shown.text()).contains(place, "349.00");
            assertThat(tried("PUT", "/made-taxi-qr/till", "{\"till\":null}").body())
                    .as("while the passenger is about to pay")
                    .contains("in-use");
            passenger.pay(shown, "");
            tills.pays(ride, 1);
            assertThat(tills.settled(ride).sale().tillId()).isEqualTo(car);
            tills.cashierReads(ride, "hand-over", "The customer has paid");
            passenger.await(
                    TaxiFlow.back(tills.shop, ride, 1), page -> page.text().contains("<h1>Paid</h1>"), "paid");
        }
    }

    /** A whole sale; tells the till it was at. */
    private static String sold(String qr) {
        var sale = vending.scan(qr, CUSTOMER);
        vending.phone.approve(sale.msn(), vending.requested(sale).reference());
        vending.authorized(sale);
        vending.machine.dropped(sale, "fanta", 3000);
        assertThat(((PaymentSettled) vending.done(sale)).amount()).isEqualTo(Expect.nok(3000));
        return sale.tillId();
    }

    /** A code is in use until checkin-service, too, has heard that the sale is over. */
    private String order(String method, String path, String body) {
        var answer = new AtomicReference<HttpResponse<String>>();
        StackUnderTest.waitFor(
                () -> {
                    answer.set(tried(method, path, body));
                    return !answer.get().body().contains("in-use");
                },
                Duration.ofSeconds(30));
        assertThat(answer.get().statusCode()).as(answer.get().body()).isBetween(200, 201);
        return answer.get().body();
    }

    private HttpResponse<String> tried(String method, String path, String body) {
        var context = StackUnderTest.stack().context();
        var token = new Secrets(context.data().secrets()).password(StackSecrets.CODE_TOKEN);
        var request = HttpRequest.newBuilder(
                        URI.create(context.ports().url("checkin-service") + "/codes/" + Vending.MSN + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }
}
