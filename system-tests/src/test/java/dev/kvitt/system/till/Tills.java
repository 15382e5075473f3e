package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.demo.Till;
import dev.kvitt.system.StackUnderTest;

/** The tills of the stack under test, and what is done at them again and again. */
public final class Tills {

    public static final String ADA = "4712345678";
    public static final String BO = "4712345679";

    public final Shop shop = StackUnderTest.shop();
    public final Till till = shop.till(Shop.MSN, "till-1");
    public final Till kiosk = shop.till(Shop.EXCHANGING, "kiosk-1");

    /** A basket whose customer said a number. */
    public Basket byNumber() {
        return till.basket().of(shop.number(ADA));
    }

    public SaleOpened open(Basket basket) {
        return till.open(basket);
    }

    /** The customer is asked, and approves. */
    public void pays(SaleOpened sale, int attempt) {
        asked(sale, attempt);
        shop.phone.approve(sale.msn(), reference(sale, attempt));
    }

    public void asked(SaleOpened sale, int attempt) {
        shop.requested(sale.key(), attempt);
    }

    public SaleOpened paid(Basket basket) {
        var sale = open(basket);
        pays(sale, 1);
        settled(sale);
        return sale;
    }

    public PaymentSettled settled(SaleOpened sale) {
        return shop.hears(PaymentSettled.class, sale, said -> true, "the sale is settled");
    }

    public <T extends PaymentEvent> T hears(Class<T> type, SaleOpened sale) {
        return shop.hears(type, sale, said -> true, "Kvitt says " + type.getSimpleName());
    }

    /** The till hears why its request is not done. */
    public void refused(SaleOpened sale, String requestId, String code) {
        var refused = shop.hears(
                RequestRefused.class, sale, said -> requestId.equals(said.requestId()), "the till is refused");
        assertThat(refused.refusal().code()).isEqualTo(code);
    }

    /** What the cashier reads who asks what became of the sale: what to do, in words. */
    public void cashierReads(SaleOpened sale, String todo, String words) {
        var answer = shop.status(sale);
        assertThat(answer.get("todo").asText()).isEqualTo(todo);
        assertThat(answer.get("sentence").asText()).contains(words);
    }

    public static PaymentReference reference(SaleOpened sale, int attempt) {
        return PaymentReference.of(sale.saleId(), attempt);
    }
}
