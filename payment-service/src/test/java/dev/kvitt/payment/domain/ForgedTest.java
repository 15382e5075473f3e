package dev.kvitt.payment.domain;

import static dev.kvitt.payment.domain.Sales.nok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded.How;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.RequestRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Somebody has a webhook's secret and tells what is not so: Vipps, when asked, has the last word. */
class ForgedTest {

    private static final Duration A_WHILE = Ledger.OVERRULED_AFTER.plusSeconds(1);

    @Test
    void a_made_up_capture_does_not_keep_the_real_one_from_being_ordered() {
        var story = TillSaleTest.authorized(Sales.TILL_UP_TO)
                .webhook("CAPTURED", 3000)
                .expectNothing()
                .confirmed(3000)
                .expectNothing()
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing()
                .later(A_WHILE)
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CapturePayment.class);
        assertThat(story.last(CapturePayment.class).amount()).isEqualTo(nok(3000));
    }

    @Test
    void of_a_made_up_part_nothing_is_missing_in_what_is_captured() {
        var story = TillSaleTest.authorized(Sales.TILL_UP_TO)
                .webhook("CAPTURED", 1000)
                .confirmed(3000)
                .expectNothing()
                .later(A_WHILE)
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CapturePayment.class);
        assertThat(story.last(CapturePayment.class).amount()).isEqualTo(nok(3000));
    }

    @Test
    void a_capture_by_others_that_is_so_counts_as_soon_as_vipps_shows_it() {
        var story = TillSaleTest.authorized(Sales.TILL_UP_TO)
                .webhook("CAPTURED", 1000)
                .confirmed(3000)
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 1000, 0)
                .expect(CapturePayment.class);
        assertThat(story.last(CapturePayment.class).amount()).isEqualTo(nok(2000));
    }

    @Test
    void a_made_up_capture_before_the_approval_only_delays_it() {
        TillSaleTest.requested(Sales.TILL)
                .webhook("CAPTURED", 5000)
                .expectNothing()
                .webhook("AUTHORIZED", 5000)
                .expectNothing()
                .later(A_WHILE)
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(PaymentAuthorized.class, CapturePayment.class)
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class);
    }

    @Test
    void a_made_up_release_does_not_give_up_what_is_confirmed() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .webhook("CANCELLED", 5000)
                .confirmed(3000)
                .expectNothing()
                .later(A_WHILE)
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CapturePayment.class);
    }

    @Test
    void an_end_told_by_a_webhook_is_asked_about_once_and_then_nothing_more() {
        TillSaleTest.requested(Sales.TILL)
                .webhook("ABORTED", 5000)
                .expectEnded(How.ABORTED)
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.ABORTED, 0, 0, 0)
                .expectNothing()
                .timer(Timer.POLL)
                .expectNothing();
    }

    @Test
    void money_reserved_after_a_made_up_end_is_found_and_given_back() {
        TillSaleTest.requested(Sales.TILL)
                .webhook("ABORTED", 5000)
                .expectEnded(How.ABORTED)
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.CREATED, 0, 0, 0)
                .expectNothing()
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CancelPayment.class);
    }

    @Test
    void a_made_up_approval_is_taken_back_when_vipps_shows_another_end() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .vippsShows(PaymentState.ABORTED, 0, 0, 0)
                .expectEnded(How.ABORTED)
                .confirmed(3000)
                .expect(RequestRefused.class);
    }

    @Test
    void what_was_told_after_vipps_was_asked_counts_until_it_is_asked_again() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .later(A_WHILE)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .webhook("CAPTURED", 3000)
                .confirmed(3000)
                .expectNothing()
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 3000, 0)
                .expect(PaymentCaptured.class, CancelPayment.class);
    }

    @Test
    void nonsense_stops_no_sale() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .webhook("CAPTURED", Money.MAX_VALUE)
                .webhook("REFUNDED", Money.MAX_VALUE)
                .webhookOfAnotherCurrency("CANCELLED")
                .confirmed(3000)
                .expectNothing()
                .later(A_WHILE)
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CapturePayment.class);
    }

    @Test
    void a_liar_who_goes_on_gains_no_more_than_a_minute() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .webhook("CAPTURED", 3000)
                .confirmed(3000)
                .later(A_WHILE)
                .webhook("CANCELLED", 5000)
                .expectNothing()
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CapturePayment.class);
    }

    @Test
    void nobody_is_asked_again_after_an_end_that_may_be_made_up_until_vipps_shows_it() {
        TillSaleTest.requested(Sales.TILL)
                .webhook("ABORTED", 5000)
                .expectEnded(How.ABORTED)
                .anotherAttempt()
                .expectAsked()
                .vippsShows(PaymentState.ABORTED, 0, 0, 0)
                .expect(CreatePayment.class);
    }

    @Test
    void whoever_waits_for_an_end_that_vipps_does_not_show_hears_so_and_is_refused_in_time() {
        ended().anotherAttempt()
                .expectAsked()
                .timer(Timer.POLL)
                .expectWaiting("not-known-yet")
                .later(Duration.ofMinutes(3))
                .timer(Timer.GIVE_UP)
                .aboutAttempt(2)
                .vippsKnowsNothing()
                .expect(RequestRefused.class, PaymentFailed.class);
    }

    @Test
    void a_cancel_does_not_wait_for_an_end_to_be_shown() {
        ended().anotherAttempt()
                .expectAsked()
                .cancelled()
                .timer(Timer.GIVE_UP)
                .aboutAttempt(2)
                .vippsKnowsNothing()
                .expectEnded(How.CANCELLED);
    }

    @Test
    void an_end_told_of_a_payment_that_vipps_refused_to_make_keeps_nobody_waiting() {
        new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .createRefused("vipps-4010")
                .expect(CreatePayment.class, PaymentFailed.class)
                .webhook("ABORTED", 5000)
                .anotherAttempt()
                .expect(CreatePayment.class);
    }

    @Test
    void what_others_captured_after_a_made_up_end_is_settled_and_the_rest_given_back() {
        ended().vippsShows(PaymentState.AUTHORIZED, 5000, 3000, 0)
                .expect(CancelPayment.class)
                .cancelDone(1, 3000, 2000)
                .expect(PaymentReleased.class, PaymentSettled.class);
    }

    @Test
    void a_made_up_capture_has_no_till_told_that_the_sale_is_paid() {
        TillSaleTest.requested(Sales.TILL)
                .webhook("CAPTURED", 5000)
                .anotherAttempt()
                .expect(CancelPayment.class);
    }

    private static Story ended() {
        return TillSaleTest.requested(Sales.TILL).webhook("ABORTED", 5000).expectEnded(How.ABORTED);
    }

    @Test
    void a_made_up_approval_that_nobody_confirms_is_cancelled_at_vipps() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .later(A_WHILE)
                .timer(Timer.SELECTION_OVER)
                .expectAsked()
                .vippsShows(PaymentState.CREATED, 0, 0, 0)
                .expect(CancelPayment.class);
    }

    @Test
    void of_a_payment_that_vipps_refused_to_make_nothing_is_asked_for_ever() {
        new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .createRefused("vipps-4010")
                .expect(CreatePayment.class, PaymentFailed.class)
                .webhook("ABORTED", 5000)
                .expectNothing()
                .timer(Timer.POLL)
                .expectNothing();
    }

    @Test
    void a_made_up_release_does_not_give_up_what_was_approved_while_it_was_withdrawn() {
        TillSaleTest.requested(Sales.TILL_UP_TO)
                .anotherAttempt()
                .expect(CancelPayment.class)
                .webhook("AUTHORIZED", 5000)
                .expect(RequestRefused.class, PaymentAuthorized.class)
                .cancelRefused(1, "vipps-6060")
                .webhook("CANCELLED", 5000)
                .confirmed(3000)
                .expectNothing()
                .later(A_WHILE)
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CapturePayment.class);
    }
}
