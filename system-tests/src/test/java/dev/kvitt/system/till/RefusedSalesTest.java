package dev.kvitt.system.till;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.demo.Shop;
import org.junit.jupiter.api.Test;

/** What cannot be sold is refused at once, with the reason, and nobody is asked. */
class RefusedSalesTest {

    private final Tills tills = new Tills();

    private void isRefused(Basket basket, String code) {
        var sale = tills.open(basket);
        tills.refused(sale, "open-1", code);
        Books.empty(tills.shop, sale);
    }

    @Test
    void another_currency_than_the_markets() {
        isRefused(tills.byNumber().at(new Money(5000, Currency.DKK)), "other-currency");
    }

    @Test
    void more_than_Vipps_takes() {
        isRefused(tills.byNumber().at(Books.nok(65_000_001)), "amount-too-large");
    }

    @Test
    void a_till_that_nobody_knows() {
        isRefused(tills.shop.till(Shop.MSN, "till-9").basket().of(tills.shop.number(Tills.ADA)), "unknown-till");
    }

    @Test
    void the_same_sale_again_is_the_same_sale() {
        var sale = tills.open(tills.byNumber());
        tills.asked(sale, 1);
        tills.till.send(sale);
        tills.pays(sale, 1);
        tills.settled(sale);
        tills.till.send(sale);

        // What comes after it on the same partition shows that it was read.
        tills.till.cancel(sale, "cancel-1");
        tills.refused(sale, "cancel-1", "too-late-confirmed");
        Books.close(tills.shop, sale, 1, Books.sums(Basket.TOTAL, Basket.TOTAL, 0, 0), "create=1", "capture=1");
    }

    @Test
    void another_sale_under_the_same_id() {
        var sale = tills.open(tills.byNumber());
        tills.asked(sale, 1);
        tills.till.send(other(sale));
        tills.refused(sale, "open-2", "sale-id-reused");

        tills.pays(sale, 1);
        tills.settled(sale);
        Books.close(tills.shop, sale, 1, Books.sums(Basket.TOTAL, Basket.TOTAL, 0, 0), "create=1", "capture=1");
    }

    private static SaleOpened other(SaleOpened sale) {
        return new SaleOpened(
                sale.msn(),
                sale.saleId(),
                sale.tillId(),
                "open-2",
                Books.nok(Basket.TOTAL + 1),
                false,
                null,
                sale.description(),
                sale.validUntil(),
                null,
                sale.customer(),
                null,
                null);
    }
}
