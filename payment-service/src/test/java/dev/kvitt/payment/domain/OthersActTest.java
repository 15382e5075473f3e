package dev.kvitt.payment.domain;

import static dev.kvitt.payment.domain.Sales.nok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded.How;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleParked;
import dev.kvitt.events.SaleUnparked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What others do, in the portal or at the bank, is adopted and told as theirs. */
class OthersActTest {

    @Test
    void what_a_webhook_says_was_given_back_is_asked_about_and_told_when_vipps_shows_it() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS)
                .webhook("CANCELLED", 5000)
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 5000)
                .expect(PaymentReleased.class);
    }

    @Test
    void what_was_given_back_while_the_sale_was_parked_is_not_told_as_authorized() {
        TillSaleTest.requested(Sales.TILL_CONFIRMS)
                .parked()
                .webhook("AUTHORIZED", 5000)
                .webhook("CANCELLED", 5000)
                .expect(SaleParked.class, PaymentAtRisk.class)
                .unparked()
                .expect(SaleUnparked.class)
                .timer(Timer.POLL)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 5000)
                .expect(PaymentReleased.class);
    }

    @Test
    void a_reservation_that_others_release_is_told_as_theirs() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 5000)
                .expectReleased("by-others");
    }

    @Test
    void a_confirmation_after_others_released_is_refused() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 5000)
                .expectReleased("by-others")
                .confirmed(3000)
                .expect(RequestRefused.class);
    }

    @Test
    void what_others_took_before_the_confirmation_is_not_taken_again() {
        var story = TillSaleTest.authorized(Sales.TILL_UP_TO)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 2000, 0)
                .expectNothing()
                .confirmed(3000)
                .expect(CapturePayment.class);
        assertThat(story.last(CapturePayment.class).amount()).isEqualTo(nok(1000));
    }

    @Test
    void when_others_took_all_that_is_confirmed_the_rest_is_released() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 3000, 0)
                .confirmed(3000)
                .expect(PaymentCaptured.class, CancelPayment.class)
                .cancelDone(1, 3000, 2000)
                .expect(PaymentReleased.class, PaymentSettled.class);
    }

    @Test
    void what_others_took_and_nobody_confirmed_is_settled_when_the_time_is_up() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 3000, 0)
                .later(Duration.ofSeconds(65))
                .timer(Timer.SELECTION_OVER)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 3000, 0)
                .expect(CancelPayment.class)
                .cancelDone(1, 3000, 2000)
                .expect(PaymentReleased.class, PaymentSettled.class);
    }

    @Test
    void a_request_that_others_end_ends_the_sale() {
        TillSaleTest.requested(Sales.TILL)
                .vippsShows(PaymentState.TERMINATED, 0, 0, 0)
                .expectEnded(How.CANCELLED);
    }
}
