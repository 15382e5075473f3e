package dev.kvitt.payment.domain;

import static dev.kvitt.payment.domain.Sales.nok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.RefundPayment;
import org.junit.jupiter.api.Test;

/** What becomes of a sale when a person has given up an operation whose outcome could not be found out. */
class GivenUpByAPersonTest {

    private static final String CODE = "given-up-by-operator";

    @Test
    void goods_that_were_handed_over_are_told_as_lost_and_the_reservation_goes_back() {
        var story = TillSaleTest.authorized(Sales.TILL_UP_TO)
                .confirmed(3000)
                .expect(CapturePayment.class)
                .captureUnknown()
                .captureRefused(CODE)
                .expect(PaymentUncollectable.class, CancelPayment.class);
        assertThat(story.last(PaymentUncollectable.class).amount()).isEqualTo(nok(3000));
        assertThat(story.last(PaymentUncollectable.class).refusal().code()).isEqualTo(CODE);
        story.cancelDone(1, 0, 5000).expectReleased("capture-refused");
    }

    @Test
    void a_refund_is_told_as_not_made_and_may_be_asked_for_again() {
        TillSaleTest.paid()
                .refundWanted(1000)
                .expect(RefundPayment.class)
                .refundRefused(1, CODE)
                .expectRefused(CODE)
                .refundWanted(1000)
                .expect(RefundPayment.class);
    }

    @Test
    void a_request_is_told_as_failed_and_money_that_turns_up_after_all_goes_back() {
        new Story()
                .scanned()
                .expect(CreatePayment.class)
                .createUnknown()
                .createRefused(CODE)
                .expect(PaymentFailed.class)
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CancelPayment.class);
    }

    @Test
    void a_release_is_ordered_anew_under_a_name_of_its_own() {
        var story = TillSaleTest.authorized(Sales.TILL_UP_TO)
                .cancelled()
                .expect(CancelPayment.class)
                .cancelUnknown(1)
                .cancelRefused(1, CODE)
                .expectWaiting("not-known-yet")
                .timer(Timer.RELEASE_AGAIN)
                .expect(CancelPayment.class);
        assertThat(story.last(CancelPayment.class).operationId().number()).isEqualTo(2);
    }
}
