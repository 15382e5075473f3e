package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded.How;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.UserFlow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The same sale once more: never two attempts that hold money. */
class AttemptsTest {

    private static Story requested() {
        return TillSaleTest.requested(Sales.TILL);
    }

    private static Story withdrawn() {
        var story = requested().anotherAttempt().expect(CancelPayment.class);
        assertThat(story.last(CancelPayment.class).onlyIfNotAuthorized()).isTrue();
        return story;
    }

    private static Story secondAsked() {
        return withdrawn().terminated().expect(CreatePayment.class);
    }

    @Test
    void the_next_request_waits_until_the_first_is_proved_ended() {
        var story = secondAsked();
        assertThat(story.last(CreatePayment.class).operationId().reference().value())
                .endsWith("-2");
        assertThat(story.last(CreatePayment.class).customer().kind()).isEqualTo(Kind.PERSONAL_QR);
    }

    @Test
    void the_second_attempt_is_paid_like_a_first() {
        secondAsked()
                .aboutAttempt(2)
                .created()
                .expect(PaymentRequested.class)
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentAuthorized.class, CapturePayment.class)
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class);
    }

    @Test
    void the_customer_approves_after_the_till_asked_for_another_attempt() {
        withdrawn()
                .cancelRefused(1, "vipps-6060")
                .expectWaiting("not-known-yet")
                .webhook("AUTHORIZED", 5000)
                .expect(RequestRefused.class, PaymentAuthorized.class, CapturePayment.class);
    }

    @Test
    void the_approval_is_heard_before_the_answer_to_the_withdrawal() {
        withdrawn()
                .webhook("AUTHORIZED", 5000)
                .expect(RequestRefused.class, PaymentAuthorized.class, CapturePayment.class)
                .cancelRefused(1, "vipps-6060")
                .expectNothing();
    }

    @Test
    void while_it_is_not_known_whether_the_request_was_withdrawn_the_till_waits() {
        withdrawn()
                .cancelUnknown(1)
                .expectWaiting("not-known-yet")
                .anotherAttempt()
                .expectNothing();
    }

    @Test
    void a_busy_Vipps_lets_the_till_wait_and_is_asked_again_later() {
        withdrawn()
                .cancelRefused(1)
                .expectWaiting("not-known-yet")
                .timer(Timer.RELEASE_AGAIN)
                .expect(CancelPayment.class)
                .vippsShows(PaymentState.TERMINATED, 0, 0, 5000)
                .expect(CreatePayment.class);
    }

    @Test
    void while_the_first_request_is_not_known_to_exist_there_is_no_second() {
        new Story()
                .opened(Sales.TILL, Kind.PERSONAL_QR)
                .expect(CreatePayment.class)
                .createUnknown()
                .expectNothing()
                .anotherAttempt()
                .expectWaiting("not-known-yet")
                .vippsKnowsNothing()
                .expectNothing()
                .created()
                .expect(CancelPayment.class);
    }

    @Test
    void while_the_first_request_has_no_answer_at_all_there_is_no_second() {
        new Story()
                .opened(Sales.TILL, Kind.PERSONAL_QR)
                .expect(CreatePayment.class)
                .anotherAttempt()
                .expectNothing()
                .created()
                .expect(CancelPayment.class);
    }

    @Test
    void a_customer_who_declined_is_asked_again() {
        requested()
                .webhook("ABORTED", 5000)
                .expectEnded(How.ABORTED)
                .vippsShows(PaymentState.ABORTED, 0, 0, 0)
                .expectNothing()
                .anotherAttempt()
                .expect(CreatePayment.class);
    }

    @Test
    void a_customer_who_let_it_expire_is_asked_again() {
        requested()
                .webhook("EXPIRED", 5000)
                .expectEnded(How.EXPIRED)
                .vippsShows(PaymentState.EXPIRED, 0, 0, 0)
                .expectNothing()
                .anotherAttempt()
                .expect(CreatePayment.class);
    }

    @Test
    void another_customer_can_pay_the_next_attempt() {
        var story = requested()
                .webhook("ABORTED", 5000)
                .expectEnded(How.ABORTED)
                .vippsShows(PaymentState.ABORTED, 0, 0, 0)
                .expectNothing()
                .anotherAttempt(Kind.SCREEN)
                .expect(CreatePayment.class);
        assertThat(story.last(CreatePayment.class).userFlow()).isEqualTo(UserFlow.QR);
    }

    @Test
    void a_refused_request_is_tried_again_when_the_till_asks() {
        new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .createRefused("vipps-4010")
                .expect(CreatePayment.class, PaymentFailed.class)
                .anotherAttempt()
                .expect(CreatePayment.class);
    }

    @Test
    void a_request_that_may_still_turn_up_lets_the_next_wait() {
        new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .createRefused("never-arrived")
                .expect(CreatePayment.class, PaymentFailed.class)
                .anotherAttempt()
                .expectWaiting("not-known-yet")
                .vippsShows(PaymentState.CREATED, 0, 0, 0)
                .expect(CancelPayment.class)
                .terminated()
                .expect(CreatePayment.class);
    }

    @Test
    void after_a_sale_ran_out_of_time_unconfirmed_it_can_be_tried_again() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS)
                .later(Duration.ofSeconds(65))
                .timer(Timer.SELECTION_OVER)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expectReleased("not-selected")
                .anotherAttempt()
                .expect(CreatePayment.class);
    }

    @Test
    void another_attempt_asked_for_during_the_release_comes_after_it() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS)
                .later(Duration.ofSeconds(65))
                .timer(Timer.SELECTION_OVER)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CancelPayment.class)
                .anotherAttempt()
                .expectNothing()
                .cancelDone(1, 0, 5000)
                .expect(PaymentReleased.class, CreatePayment.class);
    }

    @Test
    void no_other_attempt_once_the_customer_approved() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS).anotherAttempt().expectRefused("already-approved");
    }

    @Test
    void no_other_attempt_once_the_money_is_taken() {
        TillSaleTest.authorizedAtOnce().anotherAttempt().expectRefused("already-paid");
        TillSaleTest.paid().anotherAttempt().expectRefused("already-paid");
    }

    @Test
    void no_other_attempt_of_a_cancelled_sale() {
        requested().cancelled().expect(CancelPayment.class).anotherAttempt().expectRefused("given-up");
    }

    @Test
    void a_machine_has_no_other_attempt_the_customer_scans_again() {
        new Story()
                .scanned()
                .createRefused("vipps-4050")
                .expect(CreatePayment.class, PaymentFailed.class)
                .anotherAttempt()
                .expectRefused("scan-again");
    }

    @Test
    void another_attempt_without_anybody_to_ask_is_refused() {
        new Story()
                .opened(Sales.TILL)
                .expectWaiting("customer")
                .later(Duration.ofSeconds(121))
                .timer(Timer.GIVE_UP)
                .vippsKnowsNothing()
                .expectFailed("too-late")
                .anotherAttempt()
                .expectRefused("no-customer");
    }

    @Test
    void another_attempt_before_the_first_is_the_first() {
        var story = new Story()
                .opened(Sales.TILL)
                .expectWaiting("customer")
                .anotherAttempt(Kind.SCREEN)
                .expect(CreatePayment.class);
        assertThat(story.last(CreatePayment.class).operationId().reference()).isEqualTo(Story.REFERENCE);
    }

    @Test
    void a_sale_is_tried_ninety_nine_times_and_then_no_more() {
        var story = requested();
        for (int n = 1; n < Sale.MAX_ATTEMPTS; n++) {
            story.aboutAttempt(n).webhook("ABORTED", 5000).expectEnded(How.ABORTED);
            story.vippsShows(PaymentState.ABORTED, 0, 0, 0).expectNothing();
            story.anotherAttempt().expect(CreatePayment.class);
            story.aboutAttempt(n + 1).created().expect(PaymentRequested.class);
        }
        story.aboutAttempt(99).webhook("ABORTED", 5000).expectEnded(How.ABORTED);
        story.vippsShows(PaymentState.ABORTED, 0, 0, 0).expectNothing();
        story.anotherAttempt().expectRefused("too-many-attempts");
    }

    @Test
    void a_cancel_is_not_told_while_a_request_given_up_long_ago_holds_money() {
        new Story()
                .opened(Sales.TILL_CONFIRMS, Kind.PHONE_NUMBER)
                .createRefused("never-arrived")
                .expect(CreatePayment.class, PaymentFailed.class)
                .later(Duration.ofMinutes(30))
                .anotherAttempt()
                .aboutAttempt(2)
                .created()
                .expect(CreatePayment.class, PaymentRequested.class)
                .aboutAttempt(1)
                .webhook("AUTHORIZED", 5000)
                .expect(CancelPayment.class)
                .aboutAttempt(2)
                .webhook("ABORTED", 5000)
                .expectEnded(How.ABORTED)
                .cancelled()
                .expect(PaymentWaiting.class)
                .aboutAttempt(1)
                .cancelDone(1, 0, 5000)
                .expectEnded(How.CANCELLED);
    }

    @Test
    void money_that_turns_up_on_a_request_given_up_long_ago_is_released_when_the_second_is_paid() {
        var story = new Story()
                .opened(Sales.TILL_CONFIRMS, Kind.PHONE_NUMBER)
                .createRefused("never-arrived")
                .expect(CreatePayment.class, PaymentFailed.class)
                .later(Duration.ofMinutes(30))
                .anotherAttempt()
                .expect(CreatePayment.class)
                .aboutAttempt(2)
                .created()
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentRequested.class, PaymentAuthorized.class)
                .aboutAttempt(1)
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentAtRisk.class, CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expectNothing();
        assertThat(story.last(PaymentAtRisk.class).why()).isEqualTo("two-attempts");
        assertThat(story.last(PaymentAtRisk.class).attempt()).isEqualTo(1);
        story.aboutAttempt(2)
                .confirmed(5000)
                .expect(CapturePayment.class)
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class);
    }

    private static Story scannedAgain() {
        return new Story()
                .opened(Sales.TILL, Kind.PERSONAL_QR)
                .createRefused("vipps-4060")
                .presented(Kind.PERSONAL_QR)
                .aboutAttempt(2)
                .created()
                .expect(CreatePayment.class, PaymentWaiting.class, CreatePayment.class, PaymentRequested.class)
                .aboutAttempt(1);
    }

    @Test
    void a_refused_request_that_turns_up_after_all_is_not_left_for_the_customer_to_approve() {
        var story = scannedAgain().webhook("CREATED", 5000).expect(CancelPayment.class);
        assertThat(story.last(CancelPayment.class).operationId().reference()).isEqualTo(Story.REFERENCE);
    }

    @Test
    void a_refused_request_that_is_approved_after_all_takes_nothing_from_the_next() {
        scannedAgain()
                .webhook("AUTHORIZED", 5000)
                .expect(CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expectNothing()
                .aboutAttempt(2)
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentAuthorized.class, CapturePayment.class);
    }

    @Test
    void another_attempt_is_answered_when_others_take_the_money_of_the_first() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS)
                .later(Duration.ofSeconds(65))
                .timer(Timer.SELECTION_OVER)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CancelPayment.class)
                .anotherAttempt()
                .expectNothing()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0)
                .expect(RequestRefused.class, PaymentSettled.class);
    }
}
