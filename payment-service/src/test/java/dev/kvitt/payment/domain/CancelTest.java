package dev.kvitt.payment.domain;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentEnded.How;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.RequestRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A till cancels: in every state there is one of three answers, and it is never guessed. */
class CancelTest {

    @Test
    void before_anything_was_opened_or_asked_it_is_cancelled_after_asking_Vipps() {
        new Story()
                .opened(Sales.TILL)
                .expectWaiting("customer")
                .cancelled()
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .expectAsked()
                .vippsKnowsNothing()
                .expectEnded(How.CANCELLED);
    }

    @Test
    void while_the_request_is_on_its_way_it_is_withdrawn_as_soon_as_it_is_there() {
        new Story()
                .opened(Sales.TILL, Kind.SCREEN)
                .expect(CreatePayment.class)
                .cancelled()
                .expectNothing()
                .created()
                .expect(CancelPayment.class)
                .terminated()
                .expectEnded(How.CANCELLED);
    }

    @Test
    void while_the_customer_is_asked_the_request_is_withdrawn() {
        var story = TillSaleTest.requested(Sales.TILL).cancelled().expect(CancelPayment.class);
        story.terminated().expectEnded(How.CANCELLED);
    }

    @Test
    void an_approval_that_beats_the_cancel_is_given_back_and_told_as_cancelled() {
        TillSaleTest.requested(Sales.TILL)
                .cancelled()
                .expect(CancelPayment.class)
                .webhook("AUTHORIZED", 5000)
                .expectNothing()
                .cancelDone(1, 0, 5000)
                .expectEnded(How.CANCELLED);
    }

    @Test
    void a_cancel_with_an_unknown_outcome_is_told_as_not_known_yet() {
        TillSaleTest.requested(Sales.TILL)
                .cancelled()
                .expect(CancelPayment.class)
                .cancelUnknown(1)
                .expectWaiting("not-known-yet")
                .vippsShows(PaymentState.TERMINATED, 0, 0, 5000)
                .expectEnded(How.CANCELLED);
    }

    @Test
    void a_release_of_reserved_money_with_an_unknown_outcome_is_told_as_not_known_yet() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS)
                .cancelled()
                .expect(CancelPayment.class)
                .cancelUnknown(1)
                .expectWaiting("not-known-yet")
                .cancelDone(1, 0, 5000)
                .expectEnded(How.CANCELLED);
    }

    @Test
    void a_refused_release_of_reserved_money_is_told_as_not_known_yet() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS)
                .cancelled()
                .expect(CancelPayment.class)
                .cancelRefused(1)
                .expectWaiting("not-known-yet");
    }

    @Test
    void reserved_and_not_confirmed_everything_is_given_back() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS)
                .cancelled()
                .expect(CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expectEnded(How.CANCELLED);
    }

    @Test
    void a_confirmation_that_was_not_captured_yet_gives_way_to_a_cancel() {
        TillSaleTest.requested(Sales.TILL_CONFIRMS)
                .confirmed(5000)
                .expectNothing()
                .cancelled()
                .expect(CancelPayment.class)
                .webhook("AUTHORIZED", 5000)
                .expectNothing();
    }

    @Test
    void a_wish_for_another_attempt_gives_way_to_a_cancel() {
        TillSaleTest.requested(Sales.TILL)
                .anotherAttempt()
                .expect(CancelPayment.class)
                .cancelled()
                .expectNothing()
                .terminated()
                .expectEnded(How.CANCELLED);
    }

    @Test
    void after_another_attempt_was_refused_by_an_approval_a_cancel_gives_everything_back() {
        TillSaleTest.requested(Sales.TILL_CONFIRMS)
                .anotherAttempt()
                .expect(CancelPayment.class)
                .webhook("AUTHORIZED", 5000)
                .expect(RequestRefused.class, PaymentAuthorized.class)
                .cancelRefused(1, "vipps-6060")
                .cancelled()
                .expect(CancelPayment.class)
                .cancelDone(2, 0, 5000)
                .expectEnded(How.CANCELLED);
    }

    @Test
    void a_cancel_while_the_withdrawal_for_another_attempt_has_no_answer_gives_an_approval_back() {
        TillSaleTest.requested(Sales.TILL)
                .anotherAttempt()
                .expect(CancelPayment.class)
                .cancelled()
                .expectNothing()
                .cancelRefused(1, "vipps-6060")
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentWaiting.class, CancelPayment.class)
                .cancelDone(2, 0, 5000)
                .expectEnded(How.CANCELLED);
    }

    @Test
    void while_the_money_is_being_taken_it_is_too_late() {
        TillSaleTest.authorizedAtOnce().cancelled().expectRefused("too-late-confirmed");
    }

    @Test
    void when_the_sale_is_paid_it_is_too_late_and_nothing_is_refunded_silently() {
        TillSaleTest.paid().cancelled().expectRefused("too-late-confirmed");
    }

    @Test
    void when_others_have_taken_the_money_it_is_too_late() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0)
                .cancelled()
                .expectRefused("too-late-confirmed");
    }

    @Test
    void a_customer_who_declines_while_the_till_cancels_is_what_the_till_wanted() {
        TillSaleTest.requested(Sales.TILL)
                .cancelled()
                .expect(CancelPayment.class)
                .webhook("ABORTED", 5000)
                .expectEnded(How.CANCELLED);
    }

    @Test
    void a_sale_that_ended_without_payment_is_told_as_cancelled_when_the_till_cancels_it() {
        TillSaleTest.requested(Sales.TILL)
                .webhook("ABORTED", 5000)
                .expectEnded(How.ABORTED)
                .cancelled()
                .expectEnded(How.CANCELLED);
    }

    @Test
    void cancelling_twice_orders_one_release() {
        TillSaleTest.requested(Sales.TILL)
                .cancelled()
                .expect(CancelPayment.class)
                .cancelled()
                .expectNothing();
    }

    private static Story lost() {
        return new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .createRefused("never-arrived")
                .expect(CreatePayment.class, PaymentFailed.class);
    }

    @Test
    void while_a_lost_request_may_still_turn_up_it_is_not_told_as_cancelled() {
        lost().cancelled()
                .expectWaiting("not-known-yet")
                .later(Duration.ofMinutes(30))
                .timer(Timer.POLL)
                .expectEnded(How.CANCELLED);
    }

    @Test
    void a_lost_request_that_turned_up_approved_is_given_back_before_it_is_told_as_cancelled() {
        lost().webhook("AUTHORIZED", 5000)
                .expect(CancelPayment.class)
                .cancelled()
                .expectNothing()
                .cancelDone(1, 0, 5000)
                .expectEnded(How.CANCELLED);
    }
}
