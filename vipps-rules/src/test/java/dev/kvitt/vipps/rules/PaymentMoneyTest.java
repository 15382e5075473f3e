package dev.kvitt.vipps.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentMoneyTest {

    @Test
    void a_vending_sale_reserves_captures_and_releases() {
        Payment payment = Payments.partlyCapturedRestCancelled();

        assertThat(payment.state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(payment.aggregate())
                .isEqualTo(new Aggregate(Payments.nok(5000), Payments.nok(2000), Payments.nok(3000), Payments.nok(0)));
        assertThat(payment.aggregate().capturable()).isEqualTo(Payments.nok(0));
        assertThat(payment.aggregate().refundable()).isEqualTo(Payments.nok(3000));
    }

    @Test
    void a_payment_can_be_captured_in_parts_but_never_beyond_the_reservation() {
        Payment twice = Payments.after(Payments.captured(3000).capture(Payments.nok(1500), Payments.stamp()));

        assertThat(twice.aggregate().capturable()).isEqualTo(Payments.nok(500));
        assertThat(Payments.codeOf(twice.capture(Payments.nok(501), Payments.stamp())))
                .isEqualTo(6090);
        assertThat(Payments.after(twice.capture(Payments.nok(500), Payments.stamp()))
                        .aggregate()
                        .captured())
                .isEqualTo(Payments.nok(5000));
    }

    @Test
    void refunds_add_up_to_what_was_captured() {
        Payment once =
                Payments.after(Payments.captured(3000).refund(Payments.nok(1000), Payments.stamp(), Payments.SWITCHES));

        assertThat(Payments.codeOf(once.refund(Payments.nok(2001), Payments.stamp(), Payments.SWITCHES)))
                .isEqualTo(6150);
        assertThat(Payments.after(once.refund(Payments.nok(2000), Payments.stamp(), Payments.SWITCHES))
                        .aggregate()
                        .refundable()
                        .isZero())
                .isTrue();
    }

    @Test
    void terminated_shows_all_as_cancelled_and_nothing_authorized() {
        assertThat(Payments.terminated().aggregate())
                .isEqualTo(new Aggregate(Payments.nok(0), Payments.nok(5000), Payments.nok(0), Payments.nok(0)));
    }

    @Test
    void aborted_and_expired_show_nothing_unless_the_switch_says_cancelled() {
        RulesSwitches asCancelled = Payments.SWITCHES.with("lifecycle.unpaid-ends-as-cancelled", true);

        assertThat(Payments.aborted().aggregate()).isEqualTo(Aggregate.empty(Currency.NOK));
        assertThat(Payments.expired().aggregate()).isEqualTo(Aggregate.empty(Currency.NOK));
        assertThat(Payments.after(Payments.created().reject(Payments.stamp(), asCancelled))
                        .aggregate()
                        .cancelled())
                .isEqualTo(Payments.nok(5000));
    }

    @Test
    void a_wrong_currency_or_nothing_at_all_cannot_be_captured_or_refunded() {
        Money kroner = new Money(100, Currency.DKK);
        Payment captured = Payments.captured(3000);

        assertThat(Payments.codeOf(captured.capture(kroner, Payments.stamp()))).isEqualTo(5040);
        assertThat(Payments.codeOf(captured.refund(kroner, Payments.stamp(), Payments.SWITCHES)))
                .isEqualTo(5040);
        assertThat(Payments.codeOf(captured.capture(Payments.nok(0), Payments.stamp())))
                .isEqualTo(4040);
    }

    @Test
    void a_unit_without_partial_capture_must_take_all() {
        SalesUnit wholeOnly = Payments.UNIT.without(Agreement.PARTIAL_CAPTURE);
        Payment payment = Payments.after(Payments.created(wholeOnly).approve(Payments.stamp()));

        assertThat(Payments.codeOf(payment.capture(Payments.nok(4999), Payments.stamp())))
                .isEqualTo(6140);
        assertThat(Payments.done(payment.capture(Payments.nok(5000), Payments.stamp()))
                        .event()
                        .name())
                .isEqualTo(EventName.CAPTURED);
    }

    @Test
    void an_aggregate_that_cannot_be_is_refused() {
        Money ten = Payments.nok(10);
        Money none = Payments.nok(0);

        assertThatThrownBy(() -> new Aggregate(ten, ten, Payments.nok(1), none)).hasMessageContaining("Money out of");
        assertThatThrownBy(() -> new Aggregate(none, none, ten, none)).hasMessageContaining("Money out of");
        assertThatThrownBy(() -> new Aggregate(ten, none, Payments.nok(5), Payments.nok(6)))
                .hasMessageContaining("Money out of");
        assertThatThrownBy(() -> new Money(-1, Currency.NOK)).hasMessageContaining("minor units");
        assertThatThrownBy(() -> ten.plus(new Money(1, Currency.EUR))).hasMessageContaining("mix");
    }

    @Test
    void events_carry_the_key_of_the_request_except_cancellations() {
        RulesSwitches carrying = Payments.SWITCHES.with("cancel.events-carry-key", true);
        Payment authorized = Payments.authorized();

        assertThat(Payments.done(Payments.created().approve(Payments.stamp()))
                        .event()
                        .idempotencyKey())
                .contains(Payments.CREATE_KEY);
        assertThat(Payments.done(authorized.capture(Payments.nok(1), Payments.stamp()))
                        .event()
                        .idempotencyKey())
                .contains(Payments.WRITE_KEY);
        assertThat(Payments.done(authorized.cancel(false, Payments.stamp(), Payments.SWITCHES))
                        .event()
                        .idempotencyKey())
                .isEmpty();
        assertThat(Payments.done(authorized.cancel(false, Payments.stamp(), carrying))
                        .event()
                        .idempotencyKey())
                .contains(Payments.WRITE_KEY);
    }

    @Test
    void a_second_cancel_is_answered_as_switched() {
        RulesSwitches other = Payments.SWITCHES.with("cancel.repeated", ErrorCode.WRONG_STATE_FOR_CANCEL);

        assertThat(Payments.codeOf(Payments.terminated().cancel(false, Payments.stamp(), other)))
                .isEqualTo(6190);
        assertThat(Payments.codeOf(Payments.cancelled().cancel(false, Payments.stamp(), other)))
                .isEqualTo(6190);
    }

    @Test
    void the_customer_cannot_approve_after_the_window() {
        assertThat(Payments.created().approve(Payments.stamp(TimeLimits.APPROVAL)))
                .isEqualTo(new Transition.Refused(new Refusal.TooLate(PaymentState.CREATED)));
        assertThat(Payments.created().approve(Payments.stamp(TimeLimits.APPROVAL.minusMillis(1))))
                .isInstanceOf(Transition.Done.class);
    }

    @Test
    void reservations_end_after_180_days_in_norway_and_14_in_denmark() {
        Payment norwegian = Payments.authorized();
        SalesUnit danishUnit = SalesUnit.usual(new Msn("234567"), Market.DK);
        Payment danish = Payments.after(Payments.created(danishUnit).approve(Payments.stamp()));

        assertThat(norwegian.captureGuaranteedUntil())
                .isEqualTo(Optional.of(Payments.stamp().at().plus(Duration.ofDays(7))));
        assertThat(norwegian.captureDeadline())
                .isEqualTo(Optional.of(Payments.stamp().at().plus(Duration.ofDays(180))));
        assertThat(danish.captureDeadline())
                .isEqualTo(Optional.of(Payments.stamp().at().plus(Duration.ofDays(14))));
    }

    @Test
    void after_the_deadline_nothing_is_captured_and_the_rest_is_released_by_itself() {
        EventStamp late = Payments.stamp(Duration.ofDays(181));
        Payment payment = Payments.captured(3000);

        assertThat(Payments.codeOf(payment.capture(Payments.nok(1), late))).isEqualTo(6100);
        assertThat(Payments.codeOf(payment.cancel(false, late, Payments.SWITCHES)))
                .isEqualTo(6030);
        Transition.Done released = Payments.done(payment.releaseAtDeadline(late, Payments.SWITCHES));
        assertThat(released.event().name()).isEqualTo(EventName.CANCELLED);
        assertThat(released.event().amount()).isEqualTo(Payments.nok(2000));
        assertThat(released.event().idempotencyKey()).isEmpty();
    }

    @Test
    void refunds_end_after_a_year() {
        assertThat(Payments.codeOf(Payments.captured(3000)
                        .refund(Payments.nok(1), Payments.stamp(Duration.ofDays(366)), Payments.SWITCHES)))
                .isEqualTo(6220);
    }
}
