package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.demo.Shop;
import org.junit.jupiter.api.Test;

/** Captured money is paid back, all of it or in parts, never more and never twice. */
class RefundTest {

    private static final long ALL = Basket.TOTAL;

    /** As in the local registry: it may open and cancel, and pay nothing back. */
    private static final String SELF_SERVICE = "pos.self-service";

    private final Tills tills = new Tills();

    private PaymentRefunded refunded(SaleOpened sale, String requestId) {
        return tills.shop.hears(
                PaymentRefunded.class, sale, said -> requestId.equals(said.requestId()), "the money is paid back");
    }

    @Test
    void all_of_it() {
        var sale = tills.paid(tills.byNumber());
        tills.till.refund(sale, "refund-1", ALL);

        assertThat(refunded(sale, "refund-1").amount()).isEqualTo(Books.nok(ALL));
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, ALL), "create=1", "capture=1", "refund=1");
    }

    @Test
    void in_two_parts_of_the_same_amount_and_the_same_request_counts_once() {
        var sale = tills.paid(tills.byNumber());
        tills.till.refund(sale, "refund-1", 10_000);
        tills.till.refund(sale, "refund-1", 10_000);
        tills.till.refund(sale, "refund-2", 10_000);

        refunded(sale, "refund-1");
        refunded(sale, "refund-2");
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, 20_000), "create=1", "capture=1", "refund=2");
    }

    @Test
    void more_than_is_left_is_refused_and_nothing_is_paid_back() {
        var sale = tills.paid(tills.byNumber());
        tills.till.refund(sale, "refund-1", 40_000);
        refunded(sale, "refund-1");
        tills.till.refund(sale, "refund-2", 10_000);

        tills.refused(sale, "refund-2", "more-than-captured");
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, 40_000), "create=1", "capture=1", "refund=1");
    }

    @Test
    void a_point_of_sale_without_the_permission_is_refused_whatever_it_calls_it() {
        var sale = tills.paid(tills.byNumber());
        tills.shop.sendOn(SELF_SERVICE, tills.till.refundOf(sale, "refund-1", 10_000));
        tills.refused(sale, "refund-1", "refunds-not-permitted");
        tills.shop.sendOn(SELF_SERVICE, tills.till.cancelOrRefundOf(sale, "cancel-1"));
        tills.refused(sale, "cancel-1", "refunds-not-permitted");
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, 0), "create=1", "capture=1");
    }

    @Test
    void a_till_has_no_more_paid_back_in_a_day_than_it_may() {
        var till = tills.shop.till(Shop.MSN, "till-3");
        var sale = till.open(till.basket().of(tills.shop.number(Tills.ADA)).at(Books.nok(600_000)));
        tills.pays(sale, 1);
        tills.settled(sale);
        till.refund(sale, "refund-1", 500_001);
        tills.refused(sale, "refund-1", "refund-limit");
        Books.close(tills.shop, sale, 1, Books.sums(600_000, 600_000, 0, 0), "create=1", "capture=1");
    }
}
