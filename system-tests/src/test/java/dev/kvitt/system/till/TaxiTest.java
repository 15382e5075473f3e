package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.UserFlow;
import dev.kvitt.local.demo.Passenger;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.demo.TaxiFlow;
import dev.kvitt.local.demo.Till;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passengers pay a taxi's fare on the page behind the code in the car, through all services. */
class TaxiTest {

    private static final long FARE = 34_900;
    private static final long NEXT_FARE = 12_300;

    private final Tills tills = new Tills();
    private final Till meter = tills.shop.till(Shop.MSN, TaxiFlow.METER);

    private SaleOpened ride() {
        return ride(FARE);
    }

    private SaleOpened ride(long fare) {
        return meter.open(meter.basket().ride(fare).atCode(TaxiFlow.CODE));
    }

    private Passenger.Page scan(Passenger passenger, SaleOpened ride) {
        return passenger.scan(TaxiFlow.target(tills.shop.phone, ride.msn(), TaxiFlow.CODE), ride);
    }

    @Test
    void a_passenger_pays_on_the_page_and_has_the_receipt_before_the_money_is_taken() {
        var ride = ride();
        try (var passenger = new Passenger()) {
            var shown = scan(passenger, ride);
            assertThat(shown.text()).contains("Brus automater", "Taxi 1", "Taxi ride", "349.00");
            assertThat(writes(ride)).as("looking asks nobody").isEmpty();
            var vipps = passenger.pay(shown, "+47 123 45 678");

            var requested = tills.shop.requested(ride.key(), 1);
            assertThat(vipps).hasToString(requested.redirectUrl());
            assertThat(requested.userFlow()).isEqualTo(UserFlow.WEB_REDIRECT);
            var atVipps = tills.shop.phone.get("/sandbox/v1/payments/" + ride.msn() + "/" + Tills.reference(ride, 1));
            assertThat(atVipps.get("customerInteraction").asText()).isEqualTo("CUSTOMER_PRESENT");
            assertThat(atVipps.at("/receipts")).as("posted on its own").isEmpty();
            var back = TaxiFlow.back(tills.shop, ride, 1);
            assertThat(passenger.open(back).text()).contains("Waiting for your approval");
            tills.shop.phone.approve(ride.msn(), Tills.reference(ride, 1));

            tills.hears(PaymentSettled.class, ride);
            var paid = passenger.await(back, page -> page.text().contains("<h1>Paid</h1>"), "the page says paid");
            assertThat(paid.text()).contains("Taxi ride", "349.00");
        }
        Books.close(tills.shop, ride, 1, Books.sums(FARE, FARE, 0, 0), "create=1", "capture=1", "post_receipt=1");
        var writes = writes(ride);
        assertThat(writes.indexOf("receipts")).as("in " + writes).isLessThan(writes.indexOf("capture"));
    }

    @Test
    void of_two_passengers_one_declines_and_the_other_pays() {
        var ride = ride();
        try (var anna = new Passenger();
                var bo = new Passenger()) {
            anna.pay(scan(anna, ride), "");
            var page = scan(bo, ride);
            assertThat(page.text()).contains("Being paid right now");
            tills.shop.requested(ride.key(), 1);
            tills.cashierReads(ride, "wait", "Take no other payment");
            tills.shop.phone.reject(ride.msn(), Tills.reference(ride, 1));
            assertThat(tills.hears(PaymentEnded.class, ride).how()).isEqualTo(PaymentEnded.How.ABORTED);
            tills.cashierReads(ride, "try-again", "Nothing was paid and nothing is reserved");

            bo.pay(bo.scan(page.at()), "");
            tills.pays(ride, 2);
            tills.settled(ride);
            tills.cashierReads(ride, "hand-over", "The customer has paid");
            bo.await(TaxiFlow.back(tills.shop, ride, 2), shown -> shown.text().contains("<h1>Paid</h1>"), "paid");
            assertThat(anna.open(TaxiFlow.back(tills.shop, ride, 1)).text())
                    .contains("<h1>Not paid</h1>")
                    .doesNotContain("Try again");
        }
        assertThat(tills.shop.phone.aggregate(ride.msn(), Tills.reference(ride, 1)))
                .isEqualTo(Books.sums(0, 0, 0, 0));
        assertThat(tills.shop.phone.aggregate(ride.msn(), Tills.reference(ride, 2)))
                .isEqualTo(Books.sums(FARE, FARE, 0, 0));
    }

    @Test
    void the_last_passengers_page_loaded_again_shows_the_last_ride_and_never_the_next() {
        try (var anna = new Passenger();
                var bo = new Passenger()) {
            var last = ride();
            var page = scan(anna, last).at();
            anna.pay(anna.open(page), "");
            tills.pays(last, 1);
            tills.settled(last);
            tills.cashierReads(last, "hand-over", "The customer has paid");

            var next = ride(NEXT_FARE);
            assertThat(scan(bo, next).text()).contains("123.00").doesNotContain("349.00");
            tills.cashierReads(next, "present-customer", "Nobody is asked at the moment");
            for (var again : List.of(page, TaxiFlow.back(tills.shop, last, 1))) {
                assertThat(anna.await(again, shown -> shown.text().contains("<h1>Paid</h1>"), "it says paid")
                                .text())
                        .contains("349.00")
                        .doesNotContain("123.00", "<form method=\"post\"");
            }
            assertThat(bo.open(page).text()).contains("This payment is over").doesNotContain("349.00");

            bo.pay(scan(bo, next), "");
            tills.pays(next, 1);
            tills.settled(next);
            for (var ride : List.of(last, next)) {
                var fare = ride.amount().value();
                Books.close(
                        tills.shop, ride, 1, Books.sums(fare, fare, 0, 0), "create=1", "capture=1", "post_receipt=1");
            }
        }
    }

    /** What has changed something at Vipps, in this order, by the last part of its path or the one before the reference. */
    private List<String> writes(SaleOpened ride) {
        var reference = Tills.reference(ride, 1);
        var found = new ArrayList<String>();
        for (JsonNode entry : tills.shop
                .phone
                .get("/sandbox/v1/journal?kind=request&limit=10000&reference=" + reference)
                .get("entries")) {
            if (entry.path("effect").asBoolean()) {
                var path = entry.get("path").asText();
                found.add(path.contains("/receipts/") ? "receipts" : path.substring(path.lastIndexOf('/') + 1));
            }
        }
        return found;
    }
}
