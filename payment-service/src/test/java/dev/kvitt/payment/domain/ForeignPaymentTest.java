package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentEnded.How;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.SaleParked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Other systems sell on the same sales unit: a payment that is not ours is never touched. */
class ForeignPaymentTest {

    private static Story taken() {
        return new Story()
                .opened(Sales.TILL, Kind.SCREEN)
                .expect(CreatePayment.class)
                .createRefused("reference-taken")
                .expectFailed("reference-taken");
    }

    @Test
    void whatever_is_told_about_it_changes_nothing() {
        taken().webhook("AUTHORIZED", 5000)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .webhook("CAPTURED", 5000)
                .expectNothing()
                .timer(Timer.POLL)
                .timer(Timer.DEADLINE)
                .timer(Timer.RELEASE_AGAIN)
                .expectNothing();
    }

    @Test
    void nobody_releases_it_either() {
        taken().webhook("AUTHORIZED", 5000)
                .releaseOrdered()
                .expectNothing()
                .cancelled()
                .expectEnded(How.CANCELLED);
    }

    @Test
    void nobody_releases_it_when_the_sale_is_parked() {
        taken().webhook("AUTHORIZED", 5000)
                .parked()
                .expect(SaleParked.class)
                .releaseOrdered()
                .expectNothing();
    }

    @Test
    void it_is_not_refunded() {
        taken().webhook("CAPTURED", 5000)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0)
                .fullRefundWanted()
                .expectRefused("nothing-to-refund")
                .cancelledElseRefunded()
                .expectEnded(How.CANCELLED);
    }

    @Test
    void what_was_heard_of_it_before_we_knew_whose_it_is_changes_nothing_afterwards() {
        new Story()
                .opened(Sales.TILL_CONFIRMS, Kind.SCREEN)
                .expect(CreatePayment.class)
                .webhook("AUTHORIZED", 5000)
                .expectNothing()
                .createRefused("reference-taken")
                .expectFailed("reference-taken")
                .later(Duration.ofSeconds(65))
                .timer(Timer.SELECTION_OVER)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .timer(Timer.AT_RISK)
                .expectNothing();
    }

    @Test
    void that_it_was_paid_hinders_no_other_attempt() {
        taken().vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0)
                .anotherAttempt()
                .expect(CreatePayment.class);
    }

    @Test
    void another_attempt_has_another_reference() {
        var story = taken().anotherAttempt().expect(CreatePayment.class);
        assertThat(story.last(CreatePayment.class).operationId().reference().value())
                .endsWith("-2");
    }

    @Test
    void a_confirmation_of_it_is_refused() {
        taken().webhook("AUTHORIZED", 5000).confirmed(5000).expectRefused("not-paid");
    }

    @Test
    void facts_about_an_attempt_nobody_made_change_nothing() {
        TillSaleTest.paid()
                .aboutAttempt(7)
                .webhook("AUTHORIZED", 5000)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing()
                .cancelled()
                .expectRefused("too-late-confirmed");
    }
}
