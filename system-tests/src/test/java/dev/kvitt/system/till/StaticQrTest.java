package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.UserFlow;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.system.CustomersPhone;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A printed code at the till: the basket and the customer meet there, in either order. */
class StaticQrTest {

    private static final String CODE = "till-2-qr";
    private static final String MERCHANT = "Brus automater";
    private static final String NOTHING_TO_PAY = "Nothing to pay right now";

    private final Tills tills = new Tills();

    private SaleOpened basket() {
        var till = tills.shop.till(Shop.MSN, "till-2");
        return till.open(till.basket().atCode(CODE));
    }

    private void scan(String customer) {
        tills.shop.phone.scan(Shop.MSN, CODE, customer);
    }

    private String payerOf(SaleOpened sale, int attempt) {
        return tills.shop
                .phone
                .get("/sandbox/v1/payments/" + sale.msn() + "/" + PaymentReference.of(sale.saleId(), attempt))
                .get("customer")
                .asText();
    }

    /** What cashier and customer see from the request to the receipt. */
    private void bothSee(SaleOpened sale, CustomersPhone customer) {
        assertThat(tills.shop.requested(sale.key(), 1).userFlow()).isEqualTo(UserFlow.WEB_REDIRECT);
        tills.cashierReads(sale, "wait", "Take no other payment");
        assertThat(customer.toPay()).contains("To pay", MERCHANT, "NOK 498.00");
        assertThat(customer.shows(sale, 1)).contains(MERCHANT + " asks you to pay", "Pay NOK 498.00");
        customer.pays(sale, 1);
        tills.settled(sale);
        tills.cashierReads(sale, "hand-over", "The customer has paid. Hand the goods over");
        assertThat(customer.shows(sale, 1))
                .contains("The merchant has taken the money", "Receipt", "Hoodie", "R-" + sale.saleId());
        assertThat(customer.toPay()).contains(NOTHING_TO_PAY);
        Books.close(tills.shop, sale, 1, Books.sums(Basket.TOTAL, Basket.TOTAL, 0, 0), "create=1", "capture=1");
    }

    private void paysAndSettles(SaleOpened sale) {
        assertThat(tills.shop.requested(sale.key(), 1).userFlow()).isEqualTo(UserFlow.WEB_REDIRECT);
        tills.pays(sale, 1);
        tills.settled(sale);
        Books.close(tills.shop, sale, 1, Books.sums(Basket.TOTAL, Basket.TOTAL, 0, 0), "create=1", "capture=1");
    }

    @Test
    void the_basket_waits_for_the_customers_scan() {
        var customer = new CustomersPhone("4712350001");
        var sale = basket();
        assertThat(tills.hears(PaymentWaiting.class, sale).why().sentence())
                .isEqualTo("Nobody was asked yet. Present the customer.");
        tills.cashierReads(sale, "present-customer", "Nobody is asked at the moment");
        assertThat(customer.toPay()).contains(NOTHING_TO_PAY);
        scan(customer.number());
        bothSee(sale, customer);
        assertThat(payerOf(sale, 1)).isEqualTo(customer.number());
    }

    @Test
    void the_customers_scan_waits_for_the_basket() {
        var customer = new CustomersPhone("4712350002");
        scan(customer.number());
        assertThat(customer.toPayAt(MERCHANT))
                .contains(MERCHANT + " knows that you are here")
                .doesNotContain("To pay");
        var sale = basket();
        bothSee(sale, customer);
        assertThat(payerOf(sale, 1)).isEqualTo(customer.number());
    }

    @Test
    void of_two_customers_the_first_is_asked_and_the_second_pays_the_next_basket() {
        var first = basket();
        scan(Tills.ADA);
        tills.asked(first, 1);
        scan(Tills.BO);
        paysAndSettles(first);

        var second = basket();
        paysAndSettles(second);
        assertThat(payerOf(first, 1)).isEqualTo(Tills.ADA);
        assertThat(payerOf(second, 1)).isEqualTo(Tills.BO);
    }

    @Test
    void who_scanned_for_a_sale_that_was_refused_is_asked_when_it_is_corrected_and_the_next_customer_after_that() {
        scan(Tills.ADA);
        var till = tills.shop.till(Shop.MSN, "till-2");
        var refused = till.open(till.basket().atCode(CODE).validFor(Duration.ofDays(30)));
        tills.refused(refused, "open-1", "valid-for-too-long");
        till.send(corrected(refused));
        paysAndSettles(refused);
        assertThat(payerOf(refused, 1)).isEqualTo(Tills.ADA);

        var next = basket();
        scan(Tills.BO);
        paysAndSettles(next);
        assertThat(payerOf(next, 1)).isEqualTo(Tills.BO);
    }

    private static SaleOpened corrected(SaleOpened refused) {
        return new SaleOpened(
                refused.msn(),
                refused.saleId(),
                refused.tillId(),
                "open-2",
                refused.amount(),
                false,
                null,
                refused.description(),
                refused.validUntil().minus(Duration.ofDays(30)).plus(Duration.ofMinutes(2)),
                null,
                null,
                refused.qrId(),
                refused.lines(),
                refused.bottomLine());
    }
}
