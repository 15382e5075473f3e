package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
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
                .expect(CreatePayment.class)
                .confirmed(3000)
                .expect(PaymentCaptured.class, dev.kvitt.events.PaymentReleased.class, PaymentSettled.class);
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
}
