package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Basket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A till gives a sale up: before, while and after its customer pays. It always hears the truth. */
class TillCancelTest {

    private static final long ALL = Basket.TOTAL;

    private final Tills tills = new Tills();

    private void isCancelled(SaleOpened sale) {
        assertThat(tills.hears(PaymentEnded.class, sale).how()).isEqualTo(PaymentEnded.How.CANCELLED);
    }

    @Test
    void before_the_customer_approves_it_is_proved_that_nobody_pays() {
        var sale = tills.open(tills.byNumber());
        tills.asked(sale, 1);
        tills.till.cancel(sale, "cancel-1");

        isCancelled(sale);
        Books.close(tills.shop, sale, 1, Books.sums(0, 0, ALL, 0), "create=1", "cancel=1");
    }

    @Test
    void while_the_bank_looks_at_the_customer_the_till_waits_and_then_nobody_pays() {
        var sale = tills.open(tills.byNumber());
        tills.asked(sale, 1);
        var payment = "/sandbox/v1/payments/" + sale.msn() + "/" + Tills.reference(sale, 1);
        tills.shop.phone.call("POST", payment + "/begin-processing", Map.of());
        tills.till.cancel(sale, "cancel-1");
        tills.shop.hears(
                PaymentWaiting.class, sale, said -> said.why().code().equals("not-known-yet"), "it is not known yet");
        tills.shop.phone.call("POST", payment + "/end-processing", Map.of());
        tills.shop.phone.approve(sale.msn(), Tills.reference(sale, 1));

        isCancelled(sale);
        Books.close(tills.shop, sale, 1, Books.sums(ALL, 0, ALL, 0), "create=1", "cancel=1");
    }

    @Test
    void at_the_same_moment_as_the_customer_approves_either_may_win_and_the_till_hears_which() {
        var sale = tills.open(tills.byNumber());
        tills.asked(sale, 1);
        var approval = CompletableFuture.runAsync(() -> tills.shop.phone.approve(sale.msn(), Tills.reference(sale, 1)));
        tills.till.cancel(sale, "cancel-1");
        // The phone is told that it was too late where the cancel won.
        approval.exceptionally(tooLate -> null).join();

        var last = tills.shop.done(sale.key());
        switch (last) {
            case PaymentSettled settled -> {
                tills.refused(sale, "cancel-1", "too-late-confirmed");
                Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, 0), "create=1", "capture=1");
            }
            case PaymentEnded ended -> {
                assertThat(ended.how()).isEqualTo(PaymentEnded.How.CANCELLED);
                var reserved = tills.shop
                        .phone
                        .aggregate(sale.msn(), Tills.reference(sale, 1))
                        .authorized()
                        .value();
                Books.close(tills.shop, sale, 1, Books.sums(reserved, 0, ALL, 0), "create=1", "cancel=1");
            }
            default -> throw new AssertionError("the till heard " + last);
        }
    }

    @Test
    void after_the_money_is_taken_it_is_too_late_and_nothing_is_paid_back() {
        var sale = tills.paid(tills.byNumber());
        tills.till.cancel(sale, "cancel-1");

        tills.refused(sale, "cancel-1", "too-late-confirmed");
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, 0), "create=1", "capture=1");
    }

    @Test
    void after_the_money_is_taken_all_is_paid_back_once_where_the_till_wants_that() {
        var sale = tills.paid(tills.byNumber());
        tills.till.cancelOrRefund(sale, "cancel-1");
        tills.till.cancelOrRefund(sale, "cancel-1");

        var refunded = tills.hears(PaymentRefunded.class, sale);
        assertThat(refunded.amount()).isEqualTo(Books.nok(ALL));
        Books.close(tills.shop, sale, 1, Books.sums(ALL, ALL, 0, ALL), "create=1", "capture=1", "refund=1");
    }

    @Test
    void a_sale_nobody_was_asked_for_ends_without_a_call_to_Vipps() {
        var sale = tills.open(tills.till.basket());
        tills.hears(PaymentWaiting.class, sale);
        tills.till.cancel(sale, "cancel-1");

        PaymentEvent last = tills.shop.done(sale.key());
        assertThat(((PaymentEnded) last).how()).isEqualTo(PaymentEnded.How.CANCELLED);
        Books.empty(tills.shop, sale);
    }
}
