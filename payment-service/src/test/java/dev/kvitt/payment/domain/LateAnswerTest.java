package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentEnded.How;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.RequestRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The customer has approved, and the answer to our own request, which alone proves that the payment is ours, is late. */
class LateAnswerTest {

    private static final Duration HOURS = Duration.ofHours(5);

    private static Story approved() {
        return new Story()
                .opened(Sales.TILL_CONFIRMS, Kind.PHONE_NUMBER)
                .expect(CreatePayment.class)
                .webhook("AUTHORIZED", 5000)
                .expectNothing();
    }

    @Test
    void a_till_that_cancels_meanwhile_hears_that_it_is_not_known_yet() {
        approved()
                .cancelled()
                .expectWaiting("not-known-yet")
                .created()
                .expect(CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expectEnded(How.CANCELLED);
    }

    @Test
    void the_reservation_runs_from_the_approval_and_not_from_the_answer() {
        var end = Sales.START.plus(Sales.TILL_CONFIRMS.captureWindow());
        approved()
                .expectLastTimer(Timer.DEADLINE, end.minus(Timing.DEFAULT.lastCall()))
                .later(HOURS)
                .created()
                .expect(PaymentAuthorized.class)
                .expectLastTimer(Timer.DEADLINE, end.minus(Timing.DEFAULT.lastCall()));
    }

    @Test
    void should_the_answer_never_come_somebody_is_told_before_the_reservation_runs_out() {
        var story = approved().later(Duration.ofDays(179)).timer(Timer.AT_RISK).expect(PaymentAtRisk.class);
        assertThat(story.last(PaymentAtRisk.class).why()).isEqualTo("deadline");
    }

    @Test
    void what_ran_out_of_time_meanwhile_is_given_back_as_soon_as_it_is_known_to_be_ours() {
        approved()
                .later(Duration.ofDays(180))
                .timer(Timer.DEADLINE)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing()
                .created()
                .expect(CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expect(PaymentReleased.class);
    }

    @Test
    void what_a_person_orders_to_be_given_back_meanwhile_is_not_captured_for_a_confirmation() {
        new Story()
                .opened(Sales.TILL_CONFIRMS, Kind.PHONE_NUMBER)
                .confirmed(5000)
                .releaseOrdered()
                .webhook("AUTHORIZED", 5000)
                .expect(CreatePayment.class)
                .created()
                .expect(RequestRefused.class, CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expect(PaymentReleased.class);
    }
}
