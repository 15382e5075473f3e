package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleParked;
import dev.kvitt.events.UserFlow;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Our database was restored to before the sale, and its events are read again, topic by topic in any order. */
class RestoredTest {

    private static final Duration LATER = Duration.ofHours(1);

    @Test
    void a_paid_sale_is_not_told_failed_because_its_scan_is_old() {
        new Story()
                .later(LATER)
                .scanned()
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 3000, 2000)
                .created()
                .expect(CreatePayment.class)
                .confirmed(3000)
                .expect(PaymentCaptured.class, dev.kvitt.events.PaymentReleased.class, PaymentSettled.class);
    }

    @Test
    void what_is_approved_after_a_made_up_end_that_was_told_before_is_given_back_all_the_same() {
        var story = new Story()
                .releaseOrdered()
                .webhook("EXPIRED", 5000)
                .saidToHaveEnded()
                .created()
                .scanned()
                .expectNothing();
        story.expectLastTimer(Timer.POLL, story.now().plus(Timing.DEFAULT.slowPoll()))
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CancelPayment.class);
    }

    @Test
    void a_paid_sale_is_not_told_cancelled_because_a_refused_cancel_is_read_first() {
        var story = new Story()
                .later(LATER)
                .confirmed(3000)
                .cancelledByMachine()
                .scanned()
                .expectNothing()
                .captureDone(3000)
                .cancelDone(1, 3000, 2000);

        assertThat(story.everythingSaid())
                .noneMatch(PaymentEnded.class::isInstance)
                .noneMatch(PaymentFailed.class::isInstance);
    }

    @Test
    void a_scan_that_nobody_wants_any_more_fails_after_asking() {
        new Story()
                .later(LATER)
                .scanned()
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .expectAsked()
                .vippsKnowsNothing()
                .expect(PaymentFailed.class);
    }

    @Test
    void a_cancel_before_anything_was_asked_ends_the_sale_after_asking() {
        new Story()
                .cancelledByMachine()
                .scanned()
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .vippsKnowsNothing()
                .expect(PaymentEnded.class);
    }

    @Test
    void what_was_told_to_have_failed_is_given_back_although_somebody_was_asked_again() {
        new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .created()
                .said(failed())
                .expect(CreatePayment.class, PaymentRequested.class, CancelPayment.class)
                .webhook("AUTHORIZED", 5000)
                .cancelDone(1, 0, 5000)
                .expectNothing();
    }

    @Test
    void what_was_told_to_have_failed_is_not_asked_for_again() {
        new Story()
                .said(failed())
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .presented(Kind.CUSTOMER_TOKEN)
                .expectRefused("already-asked");
    }

    @Test
    void a_cancel_that_is_read_before_the_opening_is_answered_when_the_sale_is_known() {
        new Story()
                .said(failed())
                .cancelled()
                .expectNothing()
                .opened(Sales.TILL)
                .expect(PaymentEnded.class);
    }

    @Test
    void a_confirmation_that_nobody_needs_is_refused_although_the_capture_is_forgotten() {
        var settled = TillSaleTest.paid().last(PaymentSettled.class);
        new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .said(settled)
                .confirmed(5000)
                .expect(CreatePayment.class, RequestRefused.class);
    }

    private static PaymentFailed failed() {
        return new PaymentFailed(
                Story.CONTEXT, 1, PaymentReference.of(Story.SALE, 1), new Refusal("too-late", "Too late.", true), true);
    }

    @Test
    void the_result_of_a_later_cancel_counts_although_it_is_not_remembered() {
        new Story()
                .scanned()
                .created()
                .webhook("AUTHORIZED", 5000)
                .cancelledByMachine()
                .cancelRefused(1)
                .cancelRefused(2)
                .timer(Timer.RELEASE_AGAIN)
                .cancelDone(3, 0, 5000)
                .expect(
                        CreatePayment.class,
                        dev.kvitt.events.PaymentRequested.class,
                        dev.kvitt.events.PaymentAuthorized.class,
                        CancelPayment.class,
                        dev.kvitt.events.PaymentWaiting.class,
                        CancelPayment.class,
                        PaymentEnded.class);
    }

    @Test
    void while_a_capture_is_not_known_nothing_is_released_though_its_confirmation_is_forgotten() {
        new Story()
                .opened(Sales.TILL_CONFIRMS, Kind.PHONE_NUMBER)
                .expect(CreatePayment.class)
                .confirmed(5000)
                .cancelled()
                .expectNothing()
                .captureUnknown()
                .created()
                .webhook("AUTHORIZED", 5000)
                .expectNothing()
                .captureDone(5000)
                .expect(PaymentSettled.class, RequestRefused.class);
    }

    @Test
    void a_refused_capture_whose_confirmation_is_forgotten_is_released() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS)
                .captureUnknown()
                .releaseOrdered()
                .expectNothing()
                .captureRefused()
                .expect(CancelPayment.class);
    }

    @Test
    void a_second_attempt_that_may_be_forgotten_is_asked_about_before_the_sale_is_told_as_cancelled() {
        TillSaleTest.requested(Sales.TILL)
                .webhook("ABORTED", 5000)
                .expect(PaymentEnded.class)
                .vippsShows(PaymentState.ABORTED, 0, 0, 0)
                .expectNothing()
                .later(LATER)
                .anotherAttemptWantedUntil(Sales.START.plusSeconds(130))
                .cancelled()
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .expectAsked()
                .vippsKnowsNothing()
                .expectNothing()
                .aboutAttempt(2)
                .vippsKnowsNothing()
                .expect(PaymentEnded.class);
    }

    @Test
    void a_lost_request_that_is_only_known_by_its_result_may_turn_up_as_well() {
        new Story()
                .createRefused("never-arrived")
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .expect(PaymentFailed.class)
                .anotherAttempt()
                .expect(dev.kvitt.events.PaymentWaiting.class)
                .later(Timing.DEFAULT.lateMoney())
                .timer(Timer.POLL)
                .expectLastTimer(Timer.GIVE_UP, Sales.START.plus(Timing.DEFAULT.lateMoney()));
    }

    @Test
    void a_refund_that_was_made_and_forgotten_is_asked_for_again_and_told_as_made() {
        var story = new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .created()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0, 3000)
                .refundWanted(3000)
                .refundDone(1, 5000, 3000);
        assertThat(story.everythingSaid())
                .anyMatch(PaymentRefunded.class::isInstance)
                .noneMatch(RequestRefused.class::isInstance);
    }

    @Test
    void a_full_refund_that_was_made_and_forgotten_is_told_as_made() {
        var story = new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .created()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0, 5000)
                .fullRefundWanted()
                .refundDone(1, 5000, 5000);
        assertThat(story.last(PaymentRefunded.class).amount()).isEqualTo(Sales.nok(5000));
        assertThat(story.everythingSaid()).noneMatch(RequestRefused.class::isInstance);
    }

    @Test
    void a_meters_sale_is_settled_although_its_refused_cancel_is_read_before_its_capture() {
        TillSaleTest.authorized(Sales.TAXI)
                .cancelled()
                .expect(CancelPayment.class)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0)
                .expect(PaymentCaptured.class, PaymentSettled.class);
    }

    @Test
    void a_cancel_that_is_read_before_the_capture_it_missed_is_told_to_be_too_late() {
        var paid = TillSaleTest.paid();
        new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .cancelled()
                .expect(CreatePayment.class)
                .said(paid.last(PaymentCaptured.class))
                .said(paid.last(PaymentSettled.class))
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentWaiting.class)
                .captureDone(5000)
                .expectNothing()
                .created()
                .expectRefused("too-late-confirmed")
                .captureDone(5000)
                .expectNothing();
    }

    @Test
    void a_sale_captured_at_once_has_its_lines_although_the_capture_is_forgotten() {
        var story = new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .created()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0)
                .expect(CreatePayment.class, PaymentRequested.class, PaymentCaptured.class, PaymentSettled.class);
        assertThat(story.last(PaymentSettled.class).lines()).isEqualTo(Sales.TILL.lines());
    }

    @Test
    void a_till_that_may_have_heard_the_end_is_not_told_that_somebody_is_asked_whom_we_have_forgotten() {
        new Story()
                .opened(Sales.TILL)
                .expect(PaymentWaiting.class)
                .created()
                .expectNothing()
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentAuthorized.class, CapturePayment.class);
    }

    @Test
    void a_till_that_heard_nothing_is_told_whom_we_have_forgotten_when_everything_said_by_now_is_read() {
        var url = "https://qr-image.vipps.example/v1?token=1";
        var story = new Story()
                .created(url)
                .opened(Sales.TILL, Kind.SCREEN)
                .expectNothing()
                .expectLastTimer(Timer.GIVE_UP, Sales.START)
                .timer(Timer.GIVE_UP)
                .expect(PaymentRequested.class);
        assertThat(story.last(PaymentRequested.class).redirectUrl()).isEqualTo(url);
        assertThat(story.last(PaymentRequested.class).userFlow()).isEqualTo(UserFlow.QR);
        story.timer(Timer.GIVE_UP)
                .expectNothing()
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentAuthorized.class, CapturePayment.class);
    }

    @Test
    void who_was_asked_may_be_read_after_the_answer_to_the_request() {
        var story = new Story()
                .opened(Sales.TILL)
                .expect(PaymentWaiting.class)
                .created()
                .presented(Kind.CUSTOMER_TOKEN)
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .expect(PaymentRequested.class);
        assertThat(story.last(PaymentRequested.class).userFlow()).isEqualTo(Sales.TILL.tokenFlow());
        story.presented(Kind.PERSONAL_QR).expectRefused("already-asked");
    }

    @Test
    void a_code_that_was_made_because_no_push_is_allowed_is_shown_although_only_its_answer_is_left() {
        var story = new Story()
                .aboutAttempt(2)
                .created("https://qr-image.vipps.example/v1?token=2")
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .timer(Timer.GIVE_UP)
                .expect(PaymentRequested.class);
        assertThat(story.last(PaymentRequested.class).attempt()).isEqualTo(2);
        assertThat(story.last(PaymentRequested.class).userFlow()).isEqualTo(UserFlow.QR);
    }

    @Test
    void a_wish_for_another_attempt_that_is_read_after_its_answer_asks_nobody_once_more() {
        var story = new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .created()
                .webhook("ABORTED", 5000)
                .expect(CreatePayment.class, PaymentRequested.class, PaymentEnded.class)
                .aboutAttempt(2)
                .created()
                .anotherAttempt()
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .expect(PaymentRequested.class);
        assertThat(story.last(PaymentRequested.class).attempt()).isEqualTo(2);
        story.anotherAttempt().expect(CancelPayment.class);
    }

    @Test
    void a_wish_for_another_attempt_that_waited_for_the_end_of_the_first_asks_nobody_once_more() {
        var story = new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .created()
                .anotherAttempt(Kind.CUSTOMER_TOKEN)
                .expect(CreatePayment.class, PaymentRequested.class, CancelPayment.class)
                .aboutAttempt(2)
                .created()
                .aboutAttempt(1)
                .terminated()
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .expect(PaymentRequested.class);
        assertThat(story.last(PaymentRequested.class).attempt()).isEqualTo(2);
        assertThat(story.last(PaymentRequested.class).userFlow()).isEqualTo(Sales.TILL.tokenFlow());
    }

    @Test
    void a_wish_for_the_same_customer_once_more_means_who_was_asked_last_and_not_who_was_asked_first() {
        var story = new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .created()
                .webhook("ABORTED", 5000)
                .aboutAttempt(2)
                .created()
                .anotherAttempt(Kind.CUSTOMER_TOKEN)
                .anotherAttempt()
                .terminated();
        assertThat(story.last(CreatePayment.class).customer().kind()).isEqualTo(Kind.CUSTOMER_TOKEN);
    }

    @Test
    void a_scan_and_a_wish_that_are_read_after_both_answers_ask_nobody_once_more() {
        new Story()
                .opened(Sales.TILL)
                .created()
                .webhook("ABORTED", 5000)
                .aboutAttempt(2)
                .created()
                .presented(Kind.PERSONAL_QR)
                .anotherAttempt(Kind.PHONE_NUMBER)
                .expect(PaymentWaiting.class, PaymentEnded.class);
    }

    @Test
    void a_wish_whose_request_Vipps_refused_is_not_asked_for_once_more() {
        new Story()
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .created()
                .webhook("ABORTED", 5000)
                .aboutAttempt(2)
                .createRefused("vipps-4010")
                .expect(CreatePayment.class, PaymentRequested.class, PaymentEnded.class, PaymentFailed.class)
                .anotherAttempt()
                .expectNothing();
    }

    @Test
    void who_has_answered_or_is_not_wanted_any_more_is_not_told_as_asked() {
        restored()
                .webhook("AUTHORIZED", 5000)
                .timer(Timer.GIVE_UP)
                .expect(PaymentAuthorized.class, CapturePayment.class);
        restored().webhook("ABORTED", 5000).timer(Timer.GIVE_UP).expect(PaymentEnded.class);
        restored().saidToHaveEnded().timer(Timer.GIVE_UP).expect(CancelPayment.class);
        restored().cancelled().timer(Timer.GIVE_UP).expect(CancelPayment.class);
        restored().parked().timer(Timer.GIVE_UP).expect(SaleParked.class);
    }

    private static Story restored() {
        return new Story().created().opened(Sales.TILL, Kind.SCREEN).expectNothing();
    }
}
