package dev.kvitt.payment.domain;

import static dev.kvitt.payment.domain.Sales.nok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.RequestRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A reservation ends by itself one day: somebody is told well before, and what nobody confirmed is given back. */
class DeadlineTest {

    @Test
    void the_market_says_how_long_where_Vipps_says_nothing() {
        var end = Sales.START.plus(Duration.ofDays(180));
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .expectTimer(Timer.AT_RISK, end.minus(Timing.DEFAULT.atRisk()))
                .expectTimer(Timer.DEADLINE, end.minus(Timing.DEFAULT.lastCall()));
    }

    @Test
    void what_Vipps_guarantees_counts_where_it_is_less() {
        var end = Sales.START.plus(Duration.ofDays(7));
        TillSaleTest.requested(Sales.TILL_UP_TO)
                .authorizedWithGuarantee(end)
                .expect(PaymentAuthorized.class)
                .expectTimer(Timer.AT_RISK, end.minus(Timing.DEFAULT.atRisk()))
                .expectTimer(Timer.DEADLINE, end.minus(Timing.DEFAULT.lastCall()));
    }

    @Test
    void of_a_short_reservation_the_alarm_is_raised_at_once() {
        var end = Sales.START.plus(Duration.ofHours(10));
        var due = end.minus(Timing.DEFAULT.atRisk());
        assertThat(due).isBefore(Sales.START);
        TillSaleTest.requested(Sales.TILL_UP_TO).authorizedWithGuarantee(end).expectTimer(Timer.AT_RISK, due);
    }

    @Test
    void a_guarantee_that_is_told_after_the_approval_counts_too() {
        var end = Sales.START.plus(Duration.ofDays(7));
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .authorizedWithGuarantee(end)
                .expectTimer(Timer.DEADLINE, end.minus(Timing.DEFAULT.lastCall()));
    }

    @Test
    void an_alarm_is_raised_well_before_and_once() {
        var story = TillSaleTest.authorized(Sales.TILL_UP_TO)
                .timer(Timer.AT_RISK)
                .expect(PaymentAtRisk.class)
                .timer(Timer.AT_RISK)
                .expectNothing();
        assertThat(story.last(PaymentAtRisk.class).why()).isEqualTo("deadline");
        assertThat(story.last(PaymentAtRisk.class).amount()).isEqualTo(nok(5000));
    }

    @Test
    void a_paid_sale_is_at_no_risk() {
        TillSaleTest.paid().timer(Timer.AT_RISK).timer(Timer.DEADLINE).expectNothing();
    }

    @Test
    void what_nobody_confirmed_is_given_back_after_Vipps_was_asked() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .later(Duration.ofDays(179))
                .timer(Timer.DEADLINE)
                .expectNothing()
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CancelPayment.class);
    }

    @Test
    void what_was_confirmed_is_not_given_back() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .confirmed(3000)
                .expect(CapturePayment.class)
                .later(Duration.ofDays(179))
                .timer(Timer.DEADLINE)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing();
    }

    @Test
    void nobody_who_was_never_presented_is_asked_after_the_sale_is_too_old() {
        new Story()
                .opened(Sales.TILL)
                .expectWaiting("customer")
                .expectTimer(Timer.GIVE_UP, Sales.VALID_UNTIL.plusMillis(1))
                .later(Duration.ofSeconds(121))
                .timer(Timer.GIVE_UP)
                .expectAsked()
                .vippsKnowsNothing()
                .expectFailed("too-late");
    }

    @Test
    void a_customer_presented_too_late_is_not_asked_for_a_sale_given_up() {
        new Story()
                .opened(Sales.TILL)
                .expectWaiting("customer")
                .later(Duration.ofSeconds(121))
                .timer(Timer.GIVE_UP)
                .vippsKnowsNothing()
                .expectFailed("too-late")
                .presented(Kind.PHONE_NUMBER)
                .expectRefused("already-asked");
    }

    @Test
    void an_attempt_that_nobody_wants_any_more_is_not_asked_for() {
        TillSaleTest.requested(Sales.TILL)
                .anotherAttempt()
                .expect(CancelPayment.class)
                .later(Duration.ofMinutes(5))
                .terminated()
                .expectNothing()
                .timer(Timer.GIVE_UP)
                .aboutAttempt(2)
                .vippsKnowsNothing()
                .expect(RequestRefused.class, PaymentFailed.class);
    }

    @Test
    void a_sale_that_was_given_up_is_not_given_up_for_ever() {
        new Story()
                .opened(Sales.TILL)
                .expectWaiting("customer")
                .later(Duration.ofSeconds(121))
                .timer(Timer.GIVE_UP)
                .expectAsked()
                .vippsKnowsNothing()
                .expectFailed("too-late")
                .timer(Timer.GIVE_UP)
                .expectNothing()
                .expectNotAsked();
    }
}
