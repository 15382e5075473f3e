package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.UserFlow;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.demo.Shop;
import org.junit.jupiter.api.Test;

/** A printed code at the till: the basket and the customer meet there, in either order. */
class StaticQrTest {

    private static final String CODE = "till-2-qr";

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

    private void paysAndSettles(SaleOpened sale) {
        assertThat(tills.shop.requested(sale.key(), 1).userFlow()).isEqualTo(UserFlow.WEB_REDIRECT);
        tills.pays(sale, 1);
        tills.settled(sale);
        Books.close(tills.shop, sale, 1, Books.sums(Basket.TOTAL, Basket.TOTAL, 0, 0), "create=1", "capture=1");
    }

    @Test
    void the_basket_waits_for_the_customers_scan() {
        var sale = basket();
        tills.hears(PaymentWaiting.class, sale);
        scan(Tills.ADA);
        paysAndSettles(sale);
        assertThat(payerOf(sale, 1)).isEqualTo(Tills.ADA);
    }

    @Test
    void the_customers_scan_waits_for_the_basket() {
        scan(Tills.BO);
        var sale = basket();
        paysAndSettles(sale);
        assertThat(payerOf(sale, 1)).isEqualTo(Tills.BO);
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
}
