package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer.Kind;
import dev.kvitt.events.PaymentAtRisk;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.SaleParked;
import dev.kvitt.events.SaleUnparked;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A sale that a person has to look at: decisions wait, facts do not, and no money is lost meanwhile. */
class ParkedTest {

    @Test
    void nothing_is_decided_until_a_person_has_looked() {
        TillSaleTest.requested(Sales.TILL)
                .parked()
                .expect(SaleParked.class)
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentAtRisk.class)
                .unparked()
                .expect(SaleUnparked.class, PaymentAuthorized.class, CapturePayment.class);
    }

    @Test
    void facts_heard_meanwhile_count_afterwards() {
        TillSaleTest.authorizedAtOnce()
                .parked()
                .expect(SaleParked.class, PaymentAtRisk.class)
                .captureDone(5000)
                .expectNothing()
                .unparked()
                .expect(SaleUnparked.class, PaymentCaptured.class, PaymentSettled.class);
    }

    @Test
    void wishes_heard_meanwhile_count_afterwards() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .parked()
                .expect(SaleParked.class, PaymentAtRisk.class)
                .confirmed(3000)
                .expectNothing()
                .unparked()
                .expect(SaleUnparked.class, CapturePayment.class);
    }

    @Test
    void reserved_money_raises_an_alarm() {
        var story = TillSaleTest.authorized(Sales.TILL_UP_TO).parked().expect(SaleParked.class, PaymentAtRisk.class);
        assertThat(story.last(PaymentAtRisk.class).why()).isEqualTo("parked");
    }

    @Test
    void what_nobody_confirmed_is_given_back_before_its_deadline() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .parked()
                .expect(SaleParked.class, PaymentAtRisk.class)
                .later(Duration.ofDays(179))
                .timer(Timer.DEADLINE)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CancelPayment.class);
    }

    @Test
    void what_is_approved_after_a_made_up_end_is_found_and_given_back_in_time() {
        var story = TillSaleTest.requested(Sales.TILL_UP_TO)
                .parked()
                .expect(SaleParked.class)
                .webhook("ABORTED", 5000)
                .expectNothing();
        story.expectLastTimer(Timer.POLL, story.now().plus(Timing.DEFAULT.slowPoll()))
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(PaymentAtRisk.class)
                .later(Duration.ofDays(179))
                .timer(Timer.DEADLINE)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expect(CancelPayment.class);
    }

    @Test
    void what_was_confirmed_is_kept_for_the_person() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .parked()
                .confirmed(3000)
                .expect(SaleParked.class, PaymentAtRisk.class)
                .later(Duration.ofDays(179))
                .timer(Timer.DEADLINE)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing();
    }

    @Test
    void a_confirmation_that_waits_itself_keeps_the_money_for_the_person() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .parkedWithConfirmation()
                .expect(SaleParked.class, PaymentAtRisk.class)
                .later(Duration.ofDays(179))
                .timer(Timer.DEADLINE)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing()
                .confirmed(3000)
                .expectNothing()
                .unparked()
                .expect(SaleUnparked.class, CapturePayment.class);
    }

    @Test
    void a_confirmation_that_comes_to_wait_is_noted_without_another_word() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .parked()
                .expect(SaleParked.class, PaymentAtRisk.class)
                .parkedWithConfirmation()
                .expectNothing()
                .later(Duration.ofDays(179))
                .timer(Timer.DEADLINE)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing();
    }

    @Test
    void a_release_ordered_by_a_person_passes_though_a_confirmation_waits() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .parkedWithConfirmation()
                .expect(SaleParked.class, PaymentAtRisk.class)
                .releaseOrdered()
                .expect(CancelPayment.class);
    }

    @Test
    void the_time_to_choose_does_not_run_out_while_it_is_parked() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .parked()
                .expect(SaleParked.class, PaymentAtRisk.class)
                .later(Duration.ofSeconds(65))
                .timer(Timer.SELECTION_OVER)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 0, 0)
                .expectNothing();
    }

    @Test
    void a_persons_release_passes() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .parked()
                .expect(SaleParked.class, PaymentAtRisk.class)
                .releaseOrdered()
                .expect(CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expectNothing()
                .unparked()
                .expect(SaleUnparked.class, PaymentReleased.class);
    }

    @Test
    void a_persons_release_withdraws_a_request_too() {
        TillSaleTest.requested(Sales.TILL)
                .parked()
                .expect(SaleParked.class)
                .releaseOrdered()
                .expect(CancelPayment.class);
    }

    @Test
    void a_persons_release_passes_when_the_sale_is_not_parked() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .releaseOrdered()
                .expect(CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expectReleased("ordered");
    }

    @Test
    void a_persons_release_stops_no_capture_that_is_under_way() {
        TillSaleTest.authorizedAtOnce()
                .releaseOrdered()
                .expectNothing()
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class);
    }

    @Test
    void a_sale_that_is_parked_before_it_is_opened_asks_nobody() {
        new Story()
                .parked()
                .expect(SaleParked.class)
                .opened(Sales.TILL, Kind.SCREEN)
                .expectNothing()
                .unparked()
                .expect(SaleUnparked.class, CreatePayment.class);
    }

    @Test
    void unparking_what_is_not_parked_says_nothing() {
        TillSaleTest.requested(Sales.TILL).unparked().expectNothing();
    }

    @Test
    void a_paid_sale_that_is_parked_is_at_no_risk() {
        TillSaleTest.paid().parked().expect(SaleParked.class);
    }

    @Test
    void too_much_confirmed_meanwhile_does_not_stand_in_the_way_of_the_right_amount() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .parked()
                .expect(SaleParked.class, PaymentAtRisk.class)
                .confirmed(5001)
                .expectRefused("more-than-reserved")
                .confirmed(3000)
                .unparked()
                .expect(SaleUnparked.class, CapturePayment.class);
    }

    @Test
    void the_time_to_choose_goes_on_afterwards_also_for_a_second_attempt() {
        TillSaleTest.requested(Sales.TILL_CONFIRMS)
                .webhook("ABORTED", 5000)
                .anotherAttempt()
                .aboutAttempt(2)
                .created()
                .webhook("AUTHORIZED", 5000)
                .parked()
                .later(Duration.ofSeconds(70))
                .timer(Timer.SELECTION_OVER)
                .unparked()
                .expectLastTimer(Timer.SELECTION_OVER, Sales.START.plusSeconds(70));
    }

    @Test
    void a_second_attempt_that_nobody_wants_any_more_is_given_up_afterwards() {
        TillSaleTest.requested(Sales.TILL_CONFIRMS)
                .webhook("ABORTED", 5000)
                .later(Duration.ofHours(1))
                .anotherAttemptWantedUntil(Sales.START.plusSeconds(130))
                .timer(Timer.GIVE_UP)
                .parked()
                .later(Duration.ofHours(1))
                .timer(Timer.GIVE_UP)
                .unparked()
                .expectLastTimer(Timer.GIVE_UP, Sales.START.plus(Duration.ofHours(2)));
    }

    @Test
    void what_others_took_meanwhile_is_settled_afterwards() {
        TillSaleTest.requested(Sales.TILL_CONFIRMS)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0)
                .parked()
                .expect(SaleParked.class)
                .later(Duration.ofSeconds(70))
                .timer(Timer.SELECTION_OVER)
                .unparked()
                .expect(SaleUnparked.class)
                .timer(Timer.SELECTION_OVER)
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0)
                .expectLastTimer(Timer.SELECTION_OVER, Sales.START.plusSeconds(80))
                .expect(PaymentSettled.class);
    }
}
