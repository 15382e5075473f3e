package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Basket;
import org.junit.jupiter.api.Test;

/** A till dies in the middle of a sale, the cashier takes a card, and the till returns and asks what became of it. */
class LostTillTest {

    private static final long ALL = Basket.TOTAL;

    private final Tills tills = new Tills();

    private void isAnswered(SaleOpened sale, String status, String todo) {
        var answer = tills.shop.status(sale);
        assertThat(answer.get("status").asText()).isEqualTo(status);
        assertThat(answer.get("todo").asText()).isEqualTo(todo);
    }

    @Test
    void the_customer_had_paid_and_gets_the_money_back_once() {
        var sale = tills.paid(tills.byNumber());
        isAnswered(sale, "done", "hand-over");
        tills.till.cancel(sale, "cancel-1");
        tills.refused(sale, "cancel-1", "too-late-confirmed");

        tills.till.cancelOrRefund(sale, "cancel-2");
        assertThat(tills.hears(PaymentRefunded.class, sale).amount()).isEqualTo(Books.nok(ALL));
        isAnswered(sale, "done", "nothing");
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, ALL), "create=1", "capture=1", "refund=1");
    }

    @Test
    void the_customer_had_not_answered_yet_and_cannot_pay_any_more() {
        var sale = tills.open(tills.byNumber());
        tills.asked(sale, 1);
        isAnswered(sale, "in-progress", "wait");
        tills.till.cancel(sale, "cancel-1");

        assertThat(tills.hears(PaymentEnded.class, sale).how()).isEqualTo(PaymentEnded.How.CANCELLED);
        isAnswered(sale, "done", "try-again");
        Books.close(tills.shop, sale, 1, Books.sums(0, 0, ALL, 0), "create=1", "cancel=1");
    }

    @Test
    void the_goods_were_not_handed_over_and_the_reservation_is_given_back() {
        var sale = tills.open(tills.byNumber().confirmedWithin(300));
        tills.pays(sale, 1);
        tills.shop.authorized(sale.key());
        isAnswered(sale, "in-progress", "confirm-or-cancel");
        tills.till.cancel(sale, "cancel-1");

        assertThat(tills.hears(PaymentEnded.class, sale).how()).isEqualTo(PaymentEnded.How.CANCELLED);
        Books.close(tills.shop, sale, 1, Books.sums(ALL, 0, ALL, 0), "create=1", "cancel=1");
    }

    @Test
    void the_sale_never_reached_Kvitt() {
        var sale = tills.byNumber().opening();
        isAnswered(sale, "not-seen", "send-again");

        tills.till.send(sale);
        tills.pays(sale, 1);
        tills.settled(sale);
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, 0), "create=1", "capture=1");
    }
}
