package dev.kvitt.payment.domain;

import static dev.kvitt.payment.domain.Sales.nok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentUncollectable;
import org.junit.jupiter.api.Test;

/** Goods are with the customer and Vipps will not pay: an outcome of its own, with no money left reserved. */
class UncollectableTest {

    private static Story refused(String code) {
        return TillSaleTest.authorized(Sales.TILL_UP_TO)
                .confirmed(3000)
                .expect(CapturePayment.class)
                .captureRefused(code)
                .expect(PaymentUncollectable.class, CancelPayment.class);
    }

    @Test
    void funds_that_are_gone_are_told_with_what_is_lost() {
        var story = refused("vipps-6260");
        assertThat(story.last(PaymentUncollectable.class).amount()).isEqualTo(nok(3000));
        assertThat(story.last(PaymentUncollectable.class).refusal().code()).isEqualTo("vipps-6260");
        story.cancelDone(1, 0, 5000).expectReleased("capture-refused");
    }

    @Test
    void it_is_told_once() {
        refused("vipps-6260")
                .captureRefused("vipps-6260")
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing();
    }

    @Test
    void another_attempt_is_refused_while_the_goods_are_gone_and_the_money_is_released() {
        refused("vipps-6260").anotherAttempt().expectRefused("not-collected");
    }

    @Test
    void a_cancel_is_told_that_the_money_is_given_back() {
        refused("vipps-6260").cancelled().expectRefused("given-up");
    }

    @Test
    void a_refund_has_nothing_to_pay_back() {
        refused("vipps-6260")
                .cancelDone(1, 0, 5000)
                .expectReleased("capture-refused")
                .fullRefundWanted()
                .expectRefused("nothing-to-refund");
    }

    @Test
    void what_was_captured_after_all_settles_the_sale() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .confirmed(5000)
                .expect(CapturePayment.class)
                .captureRefused("vipps-6260")
                .expect(PaymentUncollectable.class, CancelPayment.class)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0)
                .expect(PaymentCaptured.class, PaymentSettled.class);
    }
}
