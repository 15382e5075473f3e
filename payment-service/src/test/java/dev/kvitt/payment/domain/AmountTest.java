package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.RequestRefused;
import org.junit.jupiter.api.Test;

/** What may be confirmed, and what of the customer's money is ours. */
class AmountTest {

    @Test
    void a_receipt_that_went_with_the_request_fixes_the_amount() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS)
                .confirmed(4000)
                .expectRefused("receipt-is-fixed")
                .confirmed(5000)
                .expect(CapturePayment.class);
    }

    @Test
    void more_than_reserved_nothing_and_other_currencies_are_refused_and_the_till_may_confirm_again() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .confirmed(5001)
                .expectRefused("more-than-reserved")
                .confirmed(0)
                .expectRefused("nothing-confirmed")
                .confirmed(new Money(3000, Currency.EUR))
                .expectRefused("other-currency")
                .confirmed(3000)
                .expect(CapturePayment.class);
    }

    @Test
    void another_amount_than_asked_for_is_never_taken() {
        var story = TillSaleTest.requested(Sales.TILL)
                .vippsShows(PaymentState.AUTHORIZED, 4000, 0, 0)
                .expect(PaymentAtRisk.class, PaymentFailed.class, CancelPayment.class);
        assertThat(story.last(PaymentFailed.class).refusal().code()).isEqualTo("amount-differs");
        assertThat(story.last(PaymentFailed.class).done()).isFalse();
        story.vippsShows(PaymentState.AUTHORIZED, 4000, 0, 4000).expectReleased("refused");
    }

    @Test
    void a_confirmation_of_a_payment_of_another_amount_is_refused() {
        TillSaleTest.requested(Sales.TILL_CONFIRMS)
                .confirmed(5000)
                .expectNothing()
                .vippsShows(PaymentState.AUTHORIZED, 6000, 0, 0)
                .expect(RequestRefused.class, PaymentAtRisk.class, PaymentFailed.class, CancelPayment.class);
    }

    @Test
    void a_confirmation_after_another_amount_was_found_is_refused() {
        TillSaleTest.requested(Sales.TILL_CONFIRMS)
                .vippsShows(PaymentState.AUTHORIZED, 6000, 0, 0)
                .expect(PaymentAtRisk.class, PaymentFailed.class, CancelPayment.class)
                .confirmed(5000)
                .expectRefused("given-up");
    }

    @Test
    void an_event_and_the_aggregate_that_shows_it_count_once() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .webhook("AUTHORIZED", 5000)
                .confirmed(5000)
                .expect(CapturePayment.class)
                .webhook("CAPTURED", 5000)
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class);
    }

    @Test
    void a_failed_capture_event_takes_nothing() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .confirmed(3000)
                .expect(CapturePayment.class)
                .failedWebhook("CAPTURED", 3000)
                .expectNothing();
    }
}
