package dev.kvitt.payment.domain;

import static dev.kvitt.payment.domain.Sales.nok;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.OperationResult.Outcome;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded.How;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.RequestRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Paying back: full, in parts, repeated, never more than was taken, and for a cancel that comes too late. */
class RefundTest {

    @Test
    void a_part_is_paid_back_and_told_when_the_aggregate_shows_it() {
        var story = TillSaleTest.paid().refundWanted(2000).expect(RefundPayment.class);
        assertThat(story.last(RefundPayment.class).amount()).isEqualTo(nok(2000));

        story.webhook("REFUNDED", 2000)
                .expectNothing()
                .refundDone(1, 5000, 2000)
                .expect(PaymentRefunded.class);
        assertThat(story.last(PaymentRefunded.class).amount()).isEqualTo(nok(2000));
    }

    @Test
    void without_an_amount_all_that_is_left_is_paid_back() {
        var story = TillSaleTest.paid()
                .refundWanted(2000)
                .refundDone(1, 5000, 2000)
                .expect(RefundPayment.class, PaymentRefunded.class)
                .fullRefundWanted()
                .expect(RefundPayment.class);
        assertThat(story.last(RefundPayment.class).amount()).isEqualTo(nok(3000));
    }

    @Test
    void a_second_refund_waits_for_the_first_and_has_a_number_of_its_own() {
        var story = TillSaleTest.paid()
                .refundWanted(2000)
                .expect(RefundPayment.class)
                .refundWanted(1000)
                .expectNothing()
                .refundDone(1, 5000, 2000)
                .expect(PaymentRefunded.class, RefundPayment.class)
                .refundDone(2, 5000, 3000)
                .expect(PaymentRefunded.class);
        var operations = story.everythingSaid().stream()
                .filter(RefundPayment.class::isInstance)
                .map(said -> ((RefundPayment) said).operationId());
        assertThat(operations).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void more_than_was_captured_is_refused() {
        TillSaleTest.paid().refundWanted(5001).expectRefused("more-than-captured");
    }

    @Test
    void more_than_is_left_is_refused() {
        TillSaleTest.paid()
                .refundWanted(3000)
                .refundDone(1, 5000, 3000)
                .expect(RefundPayment.class, PaymentRefunded.class)
                .refundWanted(2001)
                .expectRefused("more-than-captured");
    }

    @Test
    void two_refunds_that_together_are_too_much_pay_back_the_first() {
        TillSaleTest.paid()
                .refundWanted(3000)
                .expect(RefundPayment.class)
                .refundWanted(3000)
                .expectNothing()
                .refundDone(1, 5000, 3000)
                .expect(PaymentRefunded.class, RequestRefused.class);
    }

    @Test
    void what_others_have_paid_back_is_for_Vipps_to_refuse_it_may_be_ours_and_forgotten() {
        TillSaleTest.paid()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0, 4000)
                .refundWanted(2000)
                .expect(RefundPayment.class)
                .refundRefused(1)
                .expectRefused("vipps-6180");
    }

    @Test
    void a_restored_database_finds_the_refund_it_has_forgotten_whatever_is_read_first() {
        var first = TillSaleTest.paid().refundWanted(2000).expect(RefundPayment.class);
        var forgotten = first.last(RefundPayment.class).operationId();
        TillSaleTest.paid()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0, 2000)
                .result("refund/" + forgotten.value().split("/")[2], Outcome.SUCCEEDED, null, null)
                .expectNothing()
                .refundWanted(2000)
                .expect(PaymentRefunded.class);
    }

    @Test
    void a_restored_database_that_sees_only_the_money_asks_by_the_same_operation() {
        var first = TillSaleTest.paid().fullRefundWanted().expect(RefundPayment.class);
        var again = TillSaleTest.paid()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0, 5000)
                .fullRefundWanted()
                .expect(RefundPayment.class);
        assertThat(again.last(RefundPayment.class).operationId())
                .isEqualTo(first.last(RefundPayment.class).operationId());
        again.refundDone(1, 5000, 5000).expect(PaymentRefunded.class);
    }

    @Test
    void money_that_only_a_webhook_has_told_of_is_paid_back_when_vipps_shows_it() {
        TillSaleTest.requested(Sales.TILL_CONFIRMS)
                .webhook("AUTHORIZED", 5000)
                .expect(PaymentAuthorized.class)
                .webhook("CAPTURED", 5000)
                .refundWanted(2000)
                .expectNothing()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0)
                .expect(RefundPayment.class);
    }

    @Test
    void nothing_and_other_currencies_are_refused() {
        TillSaleTest.paid()
                .refundWanted(0)
                .expectRefused("more-than-captured")
                .refundWanted(new Money(100, Currency.EUR))
                .expectRefused("other-currency");
    }

    @Test
    void what_was_never_paid_is_not_paid_back() {
        TillSaleTest.requested(Sales.TILL).fullRefundWanted().expectRefused("nothing-to-refund");
        new Story()
                .opened(Sales.TILL)
                .expectWaiting("customer")
                .refundWanted(100)
                .expectRefused("nothing-to-refund");
    }

    @Test
    void a_refund_before_the_opening_waits_for_it() {
        new Story().refundWanted(100).expectNothing();
    }

    @Test
    void a_refund_asked_for_while_the_money_is_being_taken_waits_for_it() {
        TillSaleTest.authorizedAtOnce()
                .fullRefundWanted()
                .expectNothing()
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class, RefundPayment.class);
    }

    @Test
    void a_refused_refund_is_told_with_Vipps_reason_and_the_next_may_come() {
        TillSaleTest.paid()
                .refundWanted(1000)
                .expect(RefundPayment.class)
                .refundRefused(1)
                .expectRefused("vipps-6180")
                .refundWanted(1000)
                .expect(RefundPayment.class);
    }

    @Test
    void a_refund_that_succeeded_and_was_not_seen_is_told_when_Vipps_shows_it() {
        TillSaleTest.paid()
                .refundWanted(1000)
                .expect(RefundPayment.class)
                .refundDoneUnseen(1)
                .expectNothing()
                .later(Timing.DEFAULT.slowPoll())
                .timer(Timer.POLL)
                .expectAsked()
                .vippsShows(PaymentState.AUTHORIZED, 5000, 5000, 0, 1000)
                .expect(PaymentRefunded.class);
    }

    @Test
    void a_cancel_that_comes_too_late_is_refunded_only_where_the_till_says_so() {
        var story = TillSaleTest.paid().cancelledElseRefunded().expect(RefundPayment.class);
        assertThat(story.last(RefundPayment.class).amount()).isEqualTo(nok(5000));
        story.refundDone(1, 5000, 5000).expect(PaymentRefunded.class);
    }

    @Test
    void a_cancel_with_refund_while_the_money_is_being_taken_pays_it_back_afterwards() {
        TillSaleTest.authorizedAtOnce()
                .cancelledElseRefunded()
                .expectNothing()
                .captureDone(5000)
                .expect(PaymentCaptured.class, PaymentSettled.class, RefundPayment.class);
    }

    @Test
    void a_cancel_with_refund_in_time_refunds_nothing() {
        TillSaleTest.authorized(Sales.TILL_CONFIRMS)
                .cancelledElseRefunded()
                .expect(CancelPayment.class)
                .cancelDone(1, 0, 5000)
                .expectEnded(How.CANCELLED);
    }

    @Test
    void a_refund_is_given_back_while_the_remainder_is_still_being_released() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .confirmed(3000)
                .captureDone(3000)
                .expect(CapturePayment.class, PaymentCaptured.class, CancelPayment.class)
                .fullRefundWanted()
                .expect(RefundPayment.class)
                .cancelDone(1, 3000, 2000)
                .expect(PaymentReleased.class, PaymentSettled.class)
                .refundDone(1, 3000, 3000)
                .expect(PaymentRefunded.class);
    }

    @Test
    void a_refund_that_was_not_seen_before_the_last_word_is_asked_about_after_it() {
        TillSaleTest.authorized(Sales.TILL_UP_TO)
                .confirmed(3000)
                .captureDone(3000)
                .expect(CapturePayment.class, PaymentCaptured.class, CancelPayment.class)
                .refundWanted(1000)
                .expect(RefundPayment.class)
                .cancelDone(1, 3000, 2000)
                .expect(PaymentReleased.class, PaymentSettled.class)
                .later(Duration.ofMinutes(1))
                .refundDoneUnseen(1)
                .expectNothing()
                .expectLastTimer(
                        Timer.POLL, Sales.START.plus(Duration.ofMinutes(1)).plus(Timing.DEFAULT.slowPoll()));
    }
}
