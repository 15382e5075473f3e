package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.RequestRefused;
import org.junit.jupiter.api.Test;

/** Wishes for a sale that nobody has opened, or whose opening is still on its way on another topic. */
class UnopenedTest {

    @Test
    void a_cancel_is_answered_when_everything_before_it_is_read() {
        var story = new Story().cancelled().expectNothing().timer(Timer.GIVE_UP).expect(PaymentEnded.class);
        assertThat(story.last(PaymentEnded.class).how()).isEqualTo(PaymentEnded.How.CANCELLED);
    }

    @Test
    void a_sale_that_is_opened_after_its_cancel_was_answered_asks_nobody() {
        new Story()
                .cancelled()
                .timer(Timer.GIVE_UP)
                .expect(PaymentEnded.class)
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .expect(PaymentEnded.class);
    }

    @Test
    void refunds_and_confirmations_are_refused() {
        var story = new Story()
                .refundWanted(1000)
                .confirmed(3000)
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .expect(RequestRefused.class, RequestRefused.class);
        assertThat(story.last(RequestRefused.class).refusal().code()).isEqualTo("no-such-sale");
    }

    @Test
    void they_are_not_refused_when_the_opening_was_only_slow() {
        new Story()
                .confirmed(3000)
                .scanned()
                .expect(CreatePayment.class)
                .timer(Timer.GIVE_UP)
                .expectNothing();
    }

    @Test
    void while_the_sale_is_parked_its_opening_may_be_among_what_waits() {
        new Story()
                .cancelled()
                .parked()
                .expect(dev.kvitt.events.SaleParked.class)
                .timer(Timer.GIVE_UP)
                .expectNothing();
    }

    @Test
    void a_cancel_that_is_asked_again_is_answered_again() {
        new Story()
                .cancelled()
                .timer(Timer.GIVE_UP)
                .expect(PaymentEnded.class)
                .cancelled()
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .expect(PaymentEnded.class);
    }

    @Test
    void where_vipps_tells_of_somebody_elses_payment_a_cancel_is_refused_and_an_opening_counts() {
        new Story()
                .aboutAttempt(1)
                .webhook("CREATED", 5000)
                .cancelled()
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .expectRefused("no-such-sale")
                .opened(Sales.TILL, Kind.PHONE_NUMBER)
                .expect(CreatePayment.class);
    }
}
