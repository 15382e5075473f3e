package dev.kvitt.checkin.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.store.SealingKeys;
import dev.kvitt.events.Customer;
import dev.kvitt.events.seal.Unsealer;
import dev.kvitt.local.test.KvittTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The payment page, as a passenger's phone without JavaScript meets it. */
@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "checkin"))
@QuarkusTestResource(CheckinWorld.class)
class PaymentPageTest {

    private static final String VIPPS = "https://landing.vipps.example/?token=a.b|c&v=%7E";

    @Inject
    PageWorld world;

    @Inject
    SealingKeys keys;

    @Inject
    Tables tables;

    private final TestPhone anna = new TestPhone();
    private final TestPhone bo = new TestPhone();

    @Test
    void who_scans_sees_company_car_fare_and_lines_before_paying() throws Exception {
        var ride = world.ride(1, 34900);
        anna.get(ride.scanned()).then().statusCode(303).header("Location", equalTo(url(ride.path())));
        assertThat(anna.page(ride.path()))
                .contains("Brus automater", "Car 1", "Taxi ride", "349.00", "Ride to &lt;Oslo S&gt;", "37.39")
                .contains("Pay NOK\u00a0349.00 with Vipps")
                .doesNotContain("<script");
    }

    @Test
    void whose_number_is_to_be_kept_reads_by_whom_and_what_for_before_paying() throws Exception {
        var ride = TestRide.in(21, 12000, world.now().plusSeconds(600));
        world.publish(ride, ride.opened(null, "Booking your next ride", world.now()));
        assertThat(anna.page(ride.path()))
                .contains("Brus automater asks for your phone number", "Booking your next ride");
        assertThat(anna.page(world.ride(22, 12000).path())).doesNotContain("asks for your phone number");
    }

    @Test
    void a_passenger_who_scans_before_the_fare_is_known_waits_and_then_sees_it() throws Exception {
        var ride = TestRide.in(2, 12000, world.now().plusSeconds(600));
        assertThat(anna.page(ride.scanned()))
                .contains("Nothing to pay here yet")
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"5\"></noscript>")
                .contains("<a class=\"go\" href=\"/p/123456/taxi-qr-2\">");
        world.open(ride);
        anna.get(ride.scanned()).then().statusCode(303).header("Location", equalTo(url(ride.path())));
    }

    @Test
    void a_page_with_all_that_it_needs_is_small_enough_for_a_bad_connection() throws Exception {
        var page = anna.page(TestRide.in(30, 1, world.now()).scanned());
        var needed = Pattern.compile("(?:href|src)=\"(/p/a/[^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        assertThat(needed).contains("/p/a/page.css");
        var all = page.getBytes(StandardCharsets.UTF_8).length;
        for (var address : needed) {
            all += anna.get(address).then().statusCode(200).extract().asByteArray().length;
        }
        assertThat(all).as("bytes before any compression").isLessThan(10_000);
    }

    @Test
    void looking_creates_nothing_here_and_at_vipps() throws Exception {
        var ride = world.ride(3, 12000);
        for (var path : new String[] {ride.scanned(), ride.path(), ride.path() + "/go", ride.path() + "?pay=now"}) {
            anna.get(path);
        }
        assertThat(world.identified(ride)).isEmpty();
        var vipps = ConfigProvider.getConfig().getValue("kvitt.vipps.base-url", String.class);
        assertThat(RestAssured.get(vipps + "/journal").asString()).doesNotContain("epayment");
        assertThat(anna.page(ride.path())).as("still to be paid").contains("<form method=\"post\"");
    }

    @Test
    void who_presses_pay_is_sent_on_to_vipps_and_comes_back_to_a_page_that_says_paid() throws Exception {
        var ride = world.ride(4, 34900);
        anna.pay(ride.path(), "+47 987 65 432")
                .then()
                .statusCode(303)
                .header("Location", equalTo(url(ride.path() + "/go")));
        var customer = world.customer(ride, 1);
        assertThat(customer.kind()).isEqualTo(Customer.Kind.BROWSER);
        assertThat(customer.standsAtPointOfSale()).isTrue();
        assertThat(new Unsealer(keys::privateKeys).open(customer.value())).contains("+4798765432");
        assertThat(customer.returnUrl()).matches(CheckinWorld.PUBLIC_URL + "/p/r/[A-Za-z0-9_-]{32}");
        assertThat(world.identified(ride).getFirst().validUntil())
                .isBetween(world.now().plusSeconds(60), world.now().plusSeconds(120));
        assertThat(anna.page(ride.path() + "/go")).contains("One moment");

        world.publish(ride, ride.requested(1, VIPPS, world.now()));
        anna.get(ride.path() + "/go").then().statusCode(303).header("Location", equalTo(VIPPS));
        assertThat(anna.page(ride.path()))
                .as("who lost the way")
                .contains("Continue to Vipps", "landing.vipps.example");
        var back = world.back(ride, 1);
        assertThat(anna.page(back + "?status=paid&success=true")).contains("Waiting for your approval");
        world.publish(ride, ride.authorized(1, world.now()));
        assertThat(anna.page(back)).contains("Approved");
        world.publish(ride, ride.settled(1, world.now()));
        assertThat(anna.page(back))
                .contains("<h1>Paid</h1>", "Ride to &lt;Oslo S&gt;", "349.00")
                .doesNotContain("<form");
        assertThat(bo.page(back)).as("in another browser, too").contains("<h1>Paid</h1>");
        assertThat(anna.page(ride.path())).contains("<h1>Paid</h1>");
        assertThat(bo.page(ride.path())).contains("This payment is over").doesNotContain("349");
    }

    @Test
    void without_a_number_none_is_told() throws Exception {
        var ride = world.ride(5, 12000);
        anna.pay(ride.path(), " ").then().statusCode(303);
        assertThat(world.customer(ride, 1).value()).isNull();
    }

    @Test
    void pay_pressed_twice_asks_once() throws Exception {
        var ride = world.ride(6, 12000);
        var token = anna.token(ride.path());
        for (var press = 0; press < 3; press++) {
            anna.post(ride.path(), token, "", Map.of())
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo(url(ride.path() + "/go")));
        }
        assertThat(world.identified(ride)).hasSize(1);
    }

    @Test
    void of_two_phones_on_one_taxi_code_one_pays_and_the_other_may_when_that_came_to_nothing() throws Exception {
        var ride = world.ride(7, 34900);
        var bosToken = bo.token(ride.path());
        anna.pay(ride.path(), "").then().statusCode(303);
        assertThat(bo.page(ride.path())).contains("Being paid right now").doesNotContain("<form");
        bo.post(ride.path(), bosToken, "", Map.of()).then().statusCode(303);
        world.publish(ride, ride.requested(1, VIPPS, world.now()));
        assertThat(bo.page(ride.path())).contains("Being paid right now").doesNotContain("landing.vipps");
        bo.get(ride.path() + "/go").then().statusCode(303).header("Location", equalTo(url(ride.path())));
        assertThat(world.identified(ride)).hasSize(1);

        world.publish(ride, ride.declined(1, world.now()));
        assertThat(anna.page(world.back(ride, 1))).contains("Not paid", "Try again", ride.path());
        assertThat(anna.page(ride.path())).contains("The payment before did not go through", "<form");
        bo.post(ride.path(), bosToken, "", Map.of()).then().statusCode(409);
        bo.pay(ride.path(), "").then().statusCode(303).header("Location", equalTo(url(ride.path() + "/go")));
        assertThat(anna.page(ride.path())).contains("Being paid right now");
        world.publish(ride, ride.requested(2, VIPPS + "2", world.now()));
        bo.get(ride.path() + "/go").then().statusCode(303).header("Location", equalTo(VIPPS + "2"));
        world.publish(ride, ride.settled(2, world.now()));
        assertThat(bo.page(world.back(ride, 2))).contains("<h1>Paid</h1>");
        assertThat(anna.page(world.back(ride, 1)))
                .as("hers was not paid")
                .contains("Not paid")
                .doesNotContain("Try again");
        assertThat(world.identified(ride)).hasSize(2);
    }

    @Test
    void the_last_passengers_page_never_shows_the_next_passengers_ride() throws Exception {
        var first = world.ride(8, 11100);
        anna.pay(first.path(), "").then().statusCode(303);
        world.publish(first, first.settled(1, world.now()));
        var next = world.ride(8, 22200);
        bo.get(first.scanned()).then().statusCode(303).header("Location", equalTo(url(next.path())));
        assertThat(bo.page(next.path())).contains("222.00");
        assertThat(anna.page(first.path())).contains("111.00").doesNotContain("222.00");
        assertThat(anna.page(world.back(first, 1))).contains("111.00").doesNotContain("222.00");
        assertThat(bo.page(first.path())).contains("This payment is over").doesNotContain("111.00");
    }

    @Test
    void a_ride_that_the_meter_gave_up_or_that_ran_out_is_not_paid() throws Exception {
        var cancelled = world.ride(9, 11100);
        var token = anna.token(cancelled.path());
        world.publish(cancelled, cancelled.cancelled(world.now()));
        assertThat(anna.page(cancelled.path())).contains("This payment is over");
        anna.post(cancelled.path(), token, "", Map.of()).then().statusCode(303);
        assertThat(anna.page(cancelled.scanned())).contains("Nothing to pay here yet");

        var tooLate = TestRide.in(9, 11100, world.now().plusSeconds(2));
        world.open(tooLate);
        world.awaitPage(anna, tooLate.path(), "This payment is over");
        world.awaitPage(anna, tooLate.scanned(), "Nothing to pay here yet");
        assertThat(world.identified(cancelled)).isEmpty();
        assertThat(world.identified(tooLate)).isEmpty();
    }

    @Test
    void a_ride_that_is_paid_in_another_way_is_not_paid_here_until_that_has_failed() throws Exception {
        var ride = world.ride(10, 11100);
        world.publish(ride, ride.presented(Customer.unknown(Customer.Kind.SCREEN), world.now()));
        assertThat(anna.page(ride.path())).contains("Being paid right now");
        world.publish(ride, ride.failed(1, true, world.now()));
        assertThat(anna.page(ride.path())).contains("<form");
        anna.pay(ride.path(), "").then().statusCode(303);
        world.publish(ride, ride.failed(2, false, world.now()));
        assertThat(anna.page(ride.path()))
                .as("another try makes no sense")
                .contains("Ask the seller")
                .doesNotContain("<form");
    }

    @Test
    void a_fare_that_was_refused_is_not_shown_and_the_corrected_one_is() throws Exception {
        var ride = TestRide.in(23, 99900, world.now().plusSeconds(600));
        var opening = ride.opened(null, world.now());
        world.publish(ride, opening);
        assertThat(anna.page(ride.path())).contains("999.00");
        world.publish(ride, ride.refused(opening, world.now()));
        assertThat(anna.page(ride.scanned())).contains("Nothing to pay here yet");
        anna.get(ride.path()).then().statusCode(404).body(not(containsString("999.00")));
        world.publish(ride, ride.corrected(12300, world.now()));
        anna.get(ride.scanned()).then().statusCode(303).header("Location", equalTo(url(ride.path())));
        assertThat(anna.page(ride.path())).contains("123.00").doesNotContain("999.00");
    }

    @Test
    void a_refusal_that_is_read_before_its_opening_counts_too() throws Exception {
        var ride = TestRide.in(24, 99900, world.now().plusSeconds(600));
        var opening = ride.opened(null, world.now());
        world.publish(ride, ride.refused(opening, world.now()));
        world.publish(ride, opening);
        assertThat(anna.page(ride.scanned())).contains("Nothing to pay here yet");
    }

    @Test
    void paid_is_what_was_taken_and_not_what_was_asked_for() throws Exception {
        var ride = world.ride(25, 34900);
        anna.pay(ride.path(), "").then().statusCode(303);
        world.publish(ride, ride.requested(1, VIPPS, world.now()));
        world.publish(ride, ride.settledWith(1, 30000, world.now()));
        for (var path : new String[] {ride.path(), world.back(ride, 1)}) {
            assertThat(anna.page(path))
                    .contains("<h1>Paid</h1>", "300.00")
                    .doesNotContain("349.00", "Ride to &lt;Oslo S&gt;");
        }
    }

    @Test
    void a_meter_whose_clock_is_ahead_does_not_hide_the_next_ride() throws Exception {
        var ahead = TestRide.in(26, 11100, world.now().plusSeconds(600));
        world.publish(ahead, ahead.opened(null, world.now().plusSeconds(3600)));
        var next = world.ride(26, 22200);
        anna.get(next.scanned()).then().statusCode(303).header("Location", equalTo(url(next.path())));
    }

    @Test
    void a_press_that_a_restored_database_has_forgotten_is_not_taken_for_the_next_one() throws Exception {
        var ride = world.ride(28, 11100);
        anna.pay(ride.path(), "").then().statusCode(303);
        world.publish(ride, ride.requested(1, VIPPS, world.now()));
        world.publish(ride, ride.declined(1, world.now()));
        tables.change("update entity set state = jsonb_set(state::jsonb, '{presses}', '[]') where key = '" + ride.key()
                + "'");
        bo.pay(ride.path(), "").then().statusCode(303);
        assertThat(world.said(ride).stream().map(event -> event.id()).toList())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_sale_that_a_person_has_to_look_at_is_not_asked_for() throws Exception {
        var ride = world.ride(27, 11100);
        tables.change("update entity set parked = true where key = '" + ride.key() + "'");
        anna.pay(ride.path(), "").then().statusCode(503);
        assertThat(world.identified(ride)).isEmpty();
    }

    @Test
    void an_address_that_nobody_was_given_shows_nothing() throws Exception {
        world.ride(11, 11100);
        for (var path : new String[] {
            "/p/r/" + "x".repeat(32),
            "/p/r/short",
            "/p/123456/no-such-code",
            "/p/123456/qr-1",
            "/p/123456/taxi-qr-11/no-such-ride"
        }) {
            anna.get(path).then().statusCode(404).body(not(containsString("111.00")));
        }
    }

    private static String url(String path) {
        return path;
    }
}
