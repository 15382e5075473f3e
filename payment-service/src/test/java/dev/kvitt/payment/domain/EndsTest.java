package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.SaleParked;
import dev.kvitt.events.SaleUnparked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What was found by simulation: sales that had ended, or stood still, and went on asking Vipps for ever. */
class EndsTest {

    @Test
    void a_sale_that_came_too_late_to_be_asked_for_asks_no_more() {
        var story = new Story()
                .later(Duration.ofMinutes(5))
                .scanned()
                .timer(Timer.GIVE_UP)
                .vippsKnowsNothing()
                .expect(PaymentFailed.class);
        var questions = story.sale().asked();

        story.timer(Timer.GIVE_UP).expectNothing();

        assertThat(story.sale().asked()).isEqualTo(questions);
    }

    @Test
    void a_request_that_vipps_refused_is_not_asked_about_again() {
        var story = new Story()
                .scanned()
                .expect(CreatePayment.class)
                .createRefused("vipps-7010")
                .expect(PaymentFailed.class);
        var questions = story.sale().asked();

        story.timer(Timer.POLL).expectNothing();

        assertThat(story.sale().asked()).isEqualTo(questions);
    }

    @Test
    void another_systems_payment_under_our_reference_does_not_keep_a_sale_without_customer_open() {
        new Story()
                .openedForAnybody()
                .expect(PaymentWaiting.class)
                .vippsShows(PaymentState.CREATED, 0, 0, 0)
                .later(Duration.ofMinutes(5))
                .timer(Timer.GIVE_UP)
                .vippsShows(PaymentState.CREATED, 0, 0, 0)
                .expect(PaymentFailed.class);
    }

    @Test
    void the_time_to_sell_that_ran_out_while_parked_is_over_once_unparked() {
        var story = new Story()
                .scanned()
                .expect(CreatePayment.class)
                .created()
                .expect(PaymentRequested.class)
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentAuthorized.class)
                .parked()
                .expect(SaleParked.class, PaymentAtRisk.class)
                .later(Duration.ofMinutes(30))
                .timer(Timer.SELECTION_OVER)
                .expectNothing()
                .unparked()
                .expect(SaleUnparked.class);

        story.expectLastTimer(Timer.SELECTION_OVER, Story.START.plus(Duration.ofMinutes(30)));
        story.confirmed(3000).expect(CapturePayment.class);
    }
}
