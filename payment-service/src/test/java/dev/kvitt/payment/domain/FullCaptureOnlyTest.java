package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.ReceiptWay;
import org.junit.jupiter.api.Test;

/** A sales unit that captures the whole reservation or nothing: never more is taken than was confirmed. */
class FullCaptureOnlyTest {

    @Test
    void the_whole_amount_is_captured() {
        TillSaleTest.authorized(Sales.ALL_OR_NOTHING).confirmed(5000).expect(CapturePayment.class);
    }

    @Test
    void a_part_is_refused_and_the_till_may_still_confirm_all() {
        TillSaleTest.authorized(Sales.ALL_OR_NOTHING)
                .confirmed(4999)
                .expectRefused("full-capture-only")
                .confirmed(5000)
                .expect(CapturePayment.class);
    }

    @Test
    void nobody_is_asked_for_an_upper_bound() {
        var upTo = Sales.terms(true, false, false, ReceiptWay.AFTER_CAPTURE, false);
        var story = new Story().opened(upTo, Kind.SCREEN).expectFailed("needs-partial-capture");
        assertThat(story.last(PaymentFailed.class).done()).isTrue();
    }

    @Test
    void asking_again_for_an_upper_bound_asks_nobody_either() {
        var upTo = Sales.terms(true, false, false, ReceiptWay.AFTER_CAPTURE, false);
        new Story()
                .opened(upTo, Kind.SCREEN)
                .expectFailed("needs-partial-capture")
                .anotherAttempt(Kind.SCREEN)
                .expectFailed("needs-partial-capture")
                .timer(Timer.POLL)
                .expectNothing();
    }
}
