package dev.kvitt.checkin.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.vipps.VippsDouble;
import dev.kvitt.events.Customer;
import dev.kvitt.local.test.KvittTestResource;
import dev.kvitt.local.test.Scrape;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "checkin"))
@QuarkusTestResource(CheckinWorld.class)
class BasketMeetsScanTest {

    private static final String ANNA = "4711111111";
    private static final String BO = "4722222222";

    @Inject
    TillWorld world;

    @Test
    void a_scan_at_a_waiting_basket_is_its_customer() throws Exception {
        var sale = world.sale(1);
        world.open(sale);
        var scan = world.scan(ANNA, 1);

        var identified = world.awaitIdentified(sale, 1).getFirst();
        assertThat(identified.customer().kind()).isEqualTo(Customer.Kind.CUSTOMER_TOKEN);
        assertThat(world.clear(identified.customer())).isEqualTo(scan.token());
        assertThat(identified.sale().shopId()).isEqualTo("oslo-s");
        assertThat(identified.sale().tillId()).isEqualTo("till-1");
        assertThat(identified.sale().qrId()).isEqualTo("till-qr-1");
        assertThat(identified.validUntil())
                .as("two minutes after the scan nobody stands there any more")
                .isEqualTo(scan.initiatedAt().plusSeconds(120));
        areCounted("kvitt_scans_total{outcome=\"at-till\"}", "kvitt_customers_identified_total{how=\"scan\"}");
    }

    @Test
    void a_basket_at_a_waiting_scan_gets_its_customer() throws Exception {
        var sale = TestSale.at(2, world.now().plusSeconds(60));
        var scan = world.scan(ANNA, 2);
        world.open(sale);

        var identified = world.awaitIdentified(sale, 1).getFirst();
        assertThat(world.clear(identified.customer())).isEqualTo(scan.token());
        assertThat(identified.validUntil())
                .as("the till wants no request after that")
                .isEqualTo(sale.validUntil());
    }

    @Test
    void of_two_customers_the_first_pays_and_the_second_pays_the_next_basket() throws Exception {
        var first = world.scan(ANNA, 3);
        var second = world.scan(BO, 3);
        world.awaitNoTasks();
        var one = world.sale(3);
        world.open(one);
        var other = world.sale(3);
        world.open(other);
        assertThat(world.identified(other)).isEmpty();
        world.publish(one.requested(world.now()));
        world.publish(one.authorized(world.now()));

        assertThat(world.clear(world.awaitIdentified(other, 1).getFirst().customer()))
                .isEqualTo(second.token());
        assertThat(world.identified(one)).singleElement().satisfies(found -> assertThat(world.clear(found.customer()))
                .isEqualTo(first.token()));
    }

    @Test
    void one_customer_who_scans_twice_is_asked_once_by_the_later_scan() throws Exception {
        world.scan(ANNA, 4);
        var later = world.scan(ANNA, 4);
        world.awaitNoTasks();
        var one = world.sale(4);
        world.open(one);
        assertThat(world.clear(world.awaitIdentified(one, 1).getFirst().customer()))
                .isEqualTo(later.token());
        world.publish(one.ended(world.now()));
        world.awaitNeed(one, "NOTHING");

        var other = world.sale(4);
        world.open(other);
        assertThat(world.identified(other)).isEmpty();
    }

    @Test
    void a_customer_who_scans_again_while_asked_is_not_given_the_next_basket() throws Exception {
        var one = world.sale(5);
        world.open(one);
        world.scan(ANNA, 5);
        world.scan(ANNA, 5);
        world.awaitNoTasks();
        world.publish(one.authorized(world.now()));
        world.awaitNeed(one, "NOTHING");

        var other = world.sale(5);
        world.open(other);
        assertThat(world.identified(one)).hasSize(1);
        assertThat(world.identified(other)).isEmpty();
    }

    @Test
    void vipps_is_asked_again_whether_two_scans_are_one_customers() throws Exception {
        var one = world.sale(16);
        world.open(one);
        world.scan(ANNA, 16);
        world.scan(VippsDouble.TROUBLE_ONCE + ANNA, 16);
        world.awaitNoTasks();
        world.publish(one.authorized(world.now()));
        world.awaitNeed(one, "NOTHING");

        var other = world.sale(16);
        world.open(other);
        assertThat(world.identified(one)).hasSize(1);
        assertThat(world.identified(other)).isEmpty();
    }

    @Test
    void where_vipps_does_not_tell_two_scans_are_two_customers() throws Exception {
        world.scan("out-of-order", 6);
        world.scan("nobody", 6);
        world.awaitNoTasks();
        var one = world.sale(6);
        world.open(one);
        world.publish(one.authorized(world.now()));
        world.awaitNeed(one, "NOTHING");
        var other = world.sale(6);
        world.open(other);
        assertThat(world.awaitIdentified(one, 1)).hasSize(1);
        assertThat(world.awaitIdentified(other, 1)).hasSize(1);
    }

    @Test
    void who_has_to_scan_again_does_so_for_the_same_sale() throws Exception {
        var sale = world.sale(7);
        world.open(sale);
        world.scan(ANNA, 7);
        world.publish(sale.scanAgain(world.now()));
        world.awaitNeed(sale, "SCAN_AGAIN");
        var again = world.scan(ANNA, 7);

        assertThat(world.clear(world.awaitIdentified(sale, 2).getLast().customer()))
                .isEqualTo(again.token());
    }

    @Test
    void a_cancelled_basket_gets_nobody_whichever_is_read_first() throws Exception {
        var cancelledFirst = world.sale(8);
        world.publish(cancelledFirst.cancelled(world.now()));
        world.open(cancelledFirst);
        var cancelledLater = world.sale(8);
        world.open(cancelledLater);
        world.publish(cancelledLater.cancelled(world.now()));
        world.awaitNeed(cancelledLater, "NOTHING");
        var next = world.sale(8);
        world.scan(ANNA, 8);
        world.open(next);

        world.awaitIdentified(next, 1);
        assertThat(world.identified(cancelledFirst)).isEmpty();
        assertThat(world.identified(cancelledLater)).isEmpty();
    }

    @Test
    void an_end_that_is_read_before_its_opening_keeps_the_basket_away() throws Exception {
        var sale = world.sale(9);
        world.publish(sale.ended(world.now()));
        world.awaitNeed(sale, "NOTHING");
        world.open(sale);
        world.scan(ANNA, 9);
        assertThat(world.code(9, "{baskets}")).isEqualTo("[]");
        assertThat(world.identified(sale)).isEmpty();
    }

    @Test
    void a_basket_whose_opening_is_refused_leaves_the_code_to_the_next_whichever_is_read_first() throws Exception {
        var refusedLater = world.sale(19);
        world.open(refusedLater);
        world.publish(refusedLater.refused(refusedLater.opened(world.now()), world.now()));
        world.awaitCode(19, "{baskets}", "[]");
        world.scan(ANNA, 19);
        var refusedFirst = world.sale(19);
        world.publish(refusedFirst.refused(refusedFirst.opened(world.now()), world.now()));
        world.awaitState(refusedFirst.key(), "told", "true");
        world.publish(refusedFirst.opened(world.now()));
        world.publish(refusedFirst.cancelled(world.now()));
        world.awaitNeed(refusedFirst, "NOTHING");
        assertThat(world.identified(refusedFirst)).isEmpty();
        world.publish(refusedLater.corrected(world.now()));

        assertThat(world.awaitIdentified(refusedLater, 1)).hasSize(1);
        world.publish(refusedLater.ended(world.now()));
        world.awaitCode(19, "{baskets}", "[]");
    }

    @Test
    void the_customer_of_a_sale_whose_opening_was_refused_is_not_given_to_another_sale() throws Exception {
        var scan = world.scan(ANNA, 20);
        var refused = world.sale(20);
        world.publish(refused.opened(world.now()));
        assertThat(world.clear(world.awaitIdentified(refused, 1).getFirst().customer()))
                .isEqualTo(scan.token());
        world.publish(refused.refused(refused.opened(world.now()), world.now()));
        world.awaitCode(20, "{baskets,0,refused}", "true");
        var next = world.sale(20);
        world.open(next);
        world.scan(BO, 20);

        assertThat(world.awaitIdentified(next, 1)).hasSize(1);
        assertThat(world.identified(refused)).hasSize(1);
        world.publish(refused.corrected(world.now()));
        world.awaitCode(20, "{baskets,0,refused}", "false");
        for (var sale : new TestSale[] {refused, next}) {
            world.publish(sale.ended(world.now()));
            world.awaitNeed(sale, "NOTHING");
        }
        world.awaitCode(20, "{baskets}", "[]");
    }

    @Test
    void a_basket_stands_at_its_code_for_no_longer_than_the_payment_service_allows() throws Exception {
        var eternal = TestSale.at(19, world.now().plus(Duration.ofDays(3_650)));
        world.open(eternal);
        assertThat(Instant.parse(world.code(19, "{baskets,0,validUntil}")))
                .isBeforeOrEqualTo(world.now().plus(Duration.ofHours(24)));
        world.publish(eternal.cancelled(world.now()));
        world.awaitCode(19, "{baskets}", "[]");
    }

    @Test
    void a_basket_whose_customer_is_known_otherwise_takes_no_scan() throws Exception {
        var number = world.customer(Customer.Kind.PHONE_NUMBER, "4733333333");
        var knownAtOnce = world.sale(10);
        world.publish(knownAtOnce.opened(number, world.now()));
        world.awaitState(knownAtOnce.key(), "told", "true");
        var knownLater = world.sale(10);
        world.open(knownLater);
        world.publish(knownLater.presented(number, world.now()));
        world.awaitNeed(knownLater, "NOTHING");
        world.scan(ANNA, 10);

        assertThat(world.code(10, "{baskets}")).isEqualTo("[]");
        assertThat(world.identified(knownAtOnce)).isEmpty();
        assertThat(world.identified(knownLater)).isEmpty();
    }

    @Test
    void a_scan_that_nobody_wanted_for_a_minute_is_forgotten_with_its_token() throws Exception {
        world.scan(ANNA, 11);
        assertThat(world.code(11, "{scans,0,token}")).isNotEmpty();
        world.clock.advance(Duration.ofSeconds(61));
        world.awaitCode(11, "{scans}", "[]");
        var sale = world.sale(11);
        world.open(sale);
        assertThat(world.identified(sale)).isEmpty();
    }

    @Test
    void a_sale_of_which_nothing_is_heard_gives_its_code_up_when_nobody_wants_it_any_more() throws Exception {
        var silent = TestSale.at(12, world.now().plusSeconds(30));
        world.open(silent);
        world.scan(ANNA, 12);
        var next = world.sale(12);
        world.open(next);
        world.scan(BO, 12);
        assertThat(world.identified(next)).isEmpty();
        world.clock.advance(Duration.ofSeconds(31));

        assertThat(world.awaitIdentified(next, 1)).hasSize(1);
    }

    @Test
    void a_basket_at_another_tills_code_gets_none_of_its_customers() throws Exception {
        var thief = new TestSale(
                world.sale(13).saleId(), "till-13", "till-qr-14", world.now().plusSeconds(600));
        world.publish(thief.opened(world.now()));
        world.scan(ANNA, 14);
        var rightful = world.sale(14);
        world.open(rightful);
        world.awaitIdentified(rightful, 1);
        assertThat(world.identified(thief)).isEmpty();
    }

    @Test
    void a_customers_own_code_becomes_their_number() throws Exception {
        var atOnce = world.sale(15);
        world.publish(atOnce.opened(shows("https://qr.example/4744444444"), world.now()));
        var later = world.sale(15);
        world.publish(later.presented(shows("https://qr.example/4755555555"), world.now()));

        assertThat(numberOf(atOnce)).isEqualTo("4744444444");
        assertThat(numberOf(later)).isEqualTo("4755555555");
        areCounted("kvitt_customers_identified_total{how=\"exchanged\"}");
    }

    @Test
    void a_code_that_gives_no_number_is_passed_on_so_that_the_till_hears_why() throws Exception {
        for (var content : new String[] {"https://qr.example/too-old", "out-of-order"}) {
            var sale = world.sale(15);
            world.publish(sale.presented(shows(content), world.now()));
            var customer = world.awaitIdentified(sale, 1).getFirst().customer();
            assertThat(customer.kind()).isEqualTo(Customer.Kind.PERSONAL_QR);
            assertThat(world.clear(customer)).isEqualTo(content);
        }
        areCounted("kvitt_customers_identified_total{how=\"as-shown\"}");
    }

    private String numberOf(TestSale sale) {
        var customer = world.awaitIdentified(sale, 1).getFirst().customer();
        assertThat(customer.kind()).isEqualTo(Customer.Kind.PHONE_NUMBER);
        return world.clear(customer);
    }

    private static void areCounted(String... series) {
        Scrape.until("http://localhost:" + RestAssured.port, series);
    }

    private Customer shows(String content) {
        return world.customer(Customer.Kind.PERSONAL_QR, content);
    }
}
