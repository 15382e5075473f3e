package dev.kvitt.payment.domain;

import static dev.kvitt.payment.domain.Story.nok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.RequestRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VendingSagaTest {

    private static Story requested() {
        return new Story().scanned().expect(CreatePayment.class).created().expect(PaymentRequested.class);
    }

    private static Story authorized() {
        return requested().webhook("AUTHORIZED", 5000).expect(PaymentAuthorized.class);
    }

    @Test
    void what_dropped_is_captured_and_the_rest_is_released() {
        var story = authorized()
                .confirmed(3000)
                .expect(CapturePayment.class)
                .captureDone(3000)
                .expect(PaymentCaptured.class, CancelPayment.class)
                .cancelDone(1, 3000, 2000)
                .expect(PaymentReleased.class, PaymentSettled.class);

        assertThat(story.last(CapturePayment.class).amount()).isEqualTo(nok(3000));
        assertThat(story.last(PaymentReleased.class).amount()).isEqualTo(nok(2000));
        assertThat(story.last(PaymentReleased.class).done()).isFalse();
        assertThat(story.last(PaymentSettled.class).amount()).isEqualTo(nok(3000));
        assertThat(story.last(PaymentSettled.class).done()).isTrue();
    }

    @Test
    void the_machine_learns_how_much_and_how_long() {
        var story = authorized();

        var until = Story.START.plusSeconds(Story.SELECT_SECONDS);
        assertThat(story.last(PaymentAuthorized.class).maxAmount()).isEqualTo(nok(5000));
        assertThat(story.last(PaymentAuthorized.class).selectUntil()).isEqualTo(until);
        story.expectTimer(Timer.SELECTION_OVER, until.plus(Timing.DEFAULT.selectionGrace()));
    }

    @Test
    void the_dearest_product_needs_no_release() {
        authorized()
                .confirmed(5000)
                .expect(CapturePayment.class)
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class);
    }

    @Test
    void a_jam_releases_everything_and_is_told_when_Vipps_has_proved_it() {
        var story = authorized()
                .cancelledByMachine()
                .expect(CancelPayment.class)
                .webhook("CANCELLED", 5000)
                .expectNothing()
                .cancelDone(1, 0, 5000)
                .expect(PaymentEnded.class);

        assertThat(story.last(PaymentEnded.class).how()).isEqualTo(PaymentEnded.How.CANCELLED);
    }

    @Test
    void nothing_chosen_is_released_after_Vipps_was_asked() {
        var story = authorized()
                .later(Duration.ofSeconds(65))
                .timer(Timer.SELECTION_OVER)
                .expectNothing()
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expect(PaymentReleased.class);

        assertThat(story.last(PaymentReleased.class).reason()).isEqualTo("not-selected");
        assertThat(story.last(PaymentReleased.class).done()).isTrue();
    }

    @Test
    void an_answer_from_before_the_time_was_up_releases_nothing() {
        authorized()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing()
                .later(Duration.ofSeconds(65))
                .timer(Timer.SELECTION_OVER)
                .expectNothing();
    }

    @Test
    void a_confirmation_that_comes_while_Vipps_is_asked_still_counts() {
        authorized()
                .later(Duration.ofSeconds(65))
                .timer(Timer.SELECTION_OVER)
                .confirmed(3000)
                .expect(CapturePayment.class)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing();
    }

    @Test
    void a_confirmation_after_the_release_began_is_refused() {
        var story = authorized()
                .cancelledByMachine()
                .expect(CancelPayment.class)
                .confirmed(3000)
                .expect(RequestRefused.class);

        assertThat(story.last(RequestRefused.class).refusal().code()).isEqualTo("given-up");
    }

    @Test
    void more_than_reserved_is_refused_and_nothing_is_captured() {
        var story = authorized().confirmed(5001).expect(RequestRefused.class);

        assertThat(story.last(RequestRefused.class).refusal().code()).isEqualTo("more-than-reserved");
        story.confirmed(5000).expect(CapturePayment.class);
    }

    @Test
    void zero_is_refused() {
        var story = authorized().confirmed(0).expect(RequestRefused.class);
        assertThat(story.last(RequestRefused.class).refusal().code()).isEqualTo("nothing-confirmed");
    }

    @Test
    void a_second_confirmation_never_captures_again() {
        authorized()
                .confirmed(3000)
                .expect(CapturePayment.class)
                .confirmed(2000)
                .expect(RequestRefused.class)
                .captureDone(3000)
                .expect(PaymentCaptured.class, CancelPayment.class);
    }

    @Test
    void after_the_confirmation_a_cancel_comes_too_late() {
        var story = authorized().confirmed(3000).expect(CapturePayment.class).cancelledByMachine();
        story.expect(RequestRefused.class);
        assertThat(story.last(RequestRefused.class).refusal().code()).isEqualTo("too-late-confirmed");
    }

    @Test
    void captured_is_told_only_from_an_aggregate() {
        authorized()
                .confirmed(3000)
                .expect(CapturePayment.class)
                .webhook("CAPTURED", 3000)
                .expectNothing()
                .captureDone(3000)
                .expect(PaymentCaptured.class, CancelPayment.class);
    }

    @Test
    void the_customer_declines() {
        var story = requested().webhook("ABORTED", 5000).expect(PaymentEnded.class);
        assertThat(story.last(PaymentEnded.class).how()).isEqualTo(PaymentEnded.How.ABORTED);
    }

    @Test
    void the_customer_never_answers() {
        var story = requested()
                .expectTimer(Timer.POLL, Story.START.plusSeconds(5))
                .later(Duration.ofSeconds(5))
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.EXPIRED, 0, 0, 0)
                .expect(PaymentEnded.class);
        assertThat(story.last(PaymentEnded.class).how()).isEqualTo(PaymentEnded.How.EXPIRED);
    }

    @Test
    void a_failed_operation_changes_nothing() {
        requested().failedWebhook("AUTHORIZED", 5000).expectNothing();
    }

    @Test
    void the_machine_cancels_before_the_customer_answered() {
        var story = requested()
                .cancelledByMachine()
                .expect(CancelPayment.class)
                .terminated()
                .expect(PaymentEnded.class);
        assertThat(story.last(PaymentEnded.class).how()).isEqualTo(PaymentEnded.How.CANCELLED);
    }

    @Test
    void the_customer_approves_while_the_machine_cancels() {
        requested()
                .cancelledByMachine()
                .expect(CancelPayment.class)
                .webhook("AUTHORIZED", 5000)
                .expectNothing()
                .cancelDone(1, 0, 5000)
                .expect(PaymentEnded.class);
    }

    @Test
    void a_refused_release_is_wanted_again_under_a_new_operation() {
        var story = authorized()
                .cancelledByMachine()
                .expect(CancelPayment.class)
                .cancelRefused(1)
                .expectWaiting("not-known-yet")
                .expectTimer(Timer.RELEASE_AGAIN, Story.START.plus(Timing.DEFAULT.releaseAgain()))
                .timer(Timer.RELEASE_AGAIN)
                .expect(CancelPayment.class);
        assertThat(story.last(CancelPayment.class).operationId().value()).endsWith("/cancel/2");
        story.cancelDone(2, 0, 5000).expect(PaymentEnded.class);
    }

    @Test
    void a_refused_capture_is_told_and_nothing_stays_reserved() {
        var story = authorized()
                .confirmed(3000)
                .expect(CapturePayment.class)
                .captureRefused()
                .expect(PaymentUncollectable.class, CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expect(PaymentReleased.class);
        assertThat(story.last(PaymentReleased.class).reason()).isEqualTo("capture-refused");
    }

    @Test
    void a_refused_request_ends_the_sale() {
        var story = new Story().scanned().expect(CreatePayment.class).createRefused("vipps-4050");
        story.expect(PaymentFailed.class);
        assertThat(story.last(PaymentFailed.class).done()).isTrue();
    }

    @Test
    void money_that_turns_up_after_the_request_was_given_up_is_released() {
        new Story()
                .scanned()
                .expect(CreatePayment.class)
                .createRefused("never-arrived")
                .expect(PaymentFailed.class)
                .webhook("AUTHORIZED", 5000)
                .expect(CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expectNothing();
    }

    @Test
    void somebody_elses_payment_under_our_reference_is_left_alone() {
        new Story()
                .scanned()
                .expect(CreatePayment.class)
                .createRefused("reference-taken")
                .expect(PaymentFailed.class)
                .webhook("AUTHORIZED", 5000)
                .expectNothing()
                .cancelledByMachine()
                .expect(PaymentEnded.class);
    }

    @Test
    void an_unknown_request_is_no_failure_and_gives_nothing_up() {
        new Story()
                .scanned()
                .expect(CreatePayment.class)
                .createUnknown()
                .expectNothing()
                .cancelledByMachine()
                .expect(PaymentWaiting.class)
                .vippsKnowsNothing()
                .expectNothing()
                .created()
                .expect(CancelPayment.class);
    }

    @Test
    void a_reservation_that_others_release_is_told_as_theirs() {
        var story =
                authorized().vippsShows(PaymentState.AUTHORIZED, 5000, 0, 5000).expect(PaymentReleased.class);
        assertThat(story.last(PaymentReleased.class).reason()).isEqualTo("by-others");
    }

    @Test
    void facts_before_the_opening_wait_for_it() {
        new Story()
                .webhook("AUTHORIZED", 5000)
                .confirmed(3000)
                .expectNothing()
                .scanned()
                .expect(CreatePayment.class)
                .created()
                .expect(CapturePayment.class);
    }

    @Test
    void a_cancel_after_a_refused_capture_is_told_that_the_money_is_given_back() {
        var story = authorized()
                .confirmed(3000)
                .captureRefused()
                .expect(CapturePayment.class, PaymentUncollectable.class, CancelPayment.class)
                .cancelledByMachine()
                .expect(RequestRefused.class);
        assertThat(story.last(RequestRefused.class).refusal().code()).isEqualTo("given-up");
    }

    @Test
    void a_confirmation_without_any_payment_is_refused() {
        var story = new Story()
                .scanned()
                .createRefused("vipps-4050")
                .expect(CreatePayment.class, PaymentFailed.class)
                .confirmed(3000)
                .expect(RequestRefused.class);
        assertThat(story.last(RequestRefused.class).refusal().code()).isEqualTo("not-paid");
    }

    @Test
    void other_events_do_not_put_off_the_next_try_to_release() {
        var due = Story.START.plus(Timing.DEFAULT.releaseAgain());
        requested()
                .cancelledByMachine()
                .expect(CancelPayment.class)
                .cancelRefused(1)
                .expectTimer(Timer.RELEASE_AGAIN, due)
                .later(Duration.ofSeconds(20))
                .timer(Timer.POLL)
                .vippsShows(PaymentState.CREATED, 0, 0, 0)
                .expectLastTimer(Timer.RELEASE_AGAIN, due);
    }

    @Test
    void a_lost_result_is_made_good_by_asking() {
        authorized()
                .confirmed(3000)
                .expect(CapturePayment.class)
                .expectTimer(Timer.POLL, Story.START.plus(Timing.DEFAULT.slowPoll()))
                .later(Timing.DEFAULT.slowPoll())
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 3000, 0)
                .expect(PaymentCaptured.class, CancelPayment.class)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 3000, 2000)
                .expect(PaymentReleased.class, PaymentSettled.class);
    }

    @Test
    void a_request_that_turns_up_after_it_was_given_up_is_taken_back() {
        new Story()
                .scanned()
                .createRefused("too-late")
                .expect(CreatePayment.class, PaymentFailed.class)
                .later(Timing.DEFAULT.slowPoll())
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.CREATED, 0, 0, 0)
                .expect(CancelPayment.class);
    }

    @Test
    void a_payment_of_another_attempt_is_none_of_this_one() {
        requested().webhookOfAnotherAttempt("AUTHORIZED", 5000).expectNothing();
    }

    @Test
    void a_release_is_not_wanted_again_when_the_customer_has_ended_it() {
        requested()
                .cancelledByMachine()
                .expect(CancelPayment.class)
                .cancelRefused(1)
                .webhook("ABORTED", 5000)
                .expect(PaymentWaiting.class, PaymentEnded.class)
                .timer(Timer.RELEASE_AGAIN)
                .expectNothing();
    }
}
