package dev.kvitt.vipps.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodsTest {

    private static final SalesUnit DANISH = SalesUnit.usual(new Msn("234567"), Market.DK);
    private static final Duration CAPTURE = Duration.ofDays(100);

    @Test
    void the_year_for_refunds_counts_from_the_reservation_or_as_switched_from_the_last_capture() {
        RulesSwitches fromCapture =
                Payments.SWITCHES.with("lifecycle.refund-period-from", RulesSwitches.RefundPeriod.CAPTURE);
        Payment payment = Payments.after(Payments.authorized().capture(Payments.nok(3000), Payments.stamp(CAPTURE)));
        EventStamp lastOfReservation = late(Payments.stamp(), TimeLimits.REFUND.minusMillis(1));
        EventStamp yearAfterReservation = late(Payments.stamp(), TimeLimits.REFUND);
        EventStamp yearAfterCapture = late(Payments.stamp(CAPTURE), TimeLimits.REFUND);

        assertThat(refund(payment, lastOfReservation, Payments.SWITCHES)).isInstanceOf(Transition.Done.class);
        assertThat(Payments.codeOf(refund(payment, yearAfterReservation, Payments.SWITCHES)))
                .isEqualTo(6220);
        assertThat(refund(payment, yearAfterReservation, fromCapture)).isInstanceOf(Transition.Done.class);
        assertThat(Payments.codeOf(refund(payment, yearAfterCapture, fromCapture)))
                .isEqualTo(6220);
    }

    @Test
    void an_agreement_on_late_capture_gives_180_days_outside_norway() {
        EventStamp afterTwoWeeks = late(Payments.stamp(), TimeLimits.CAPTURE_DENMARK_AND_FINLAND);
        EventStamp afterHalfAYear = late(Payments.stamp(), TimeLimits.LATE_CAPTURE);
        Money kroner = new Money(100, Currency.DKK);
        Payment usual = Payments.after(Payments.created(DANISH).approve(Payments.stamp()));
        Payment agreed = Payments.after(
                Payments.created(DANISH.with(Agreement.LATE_CAPTURE)).approve(Payments.stamp()));

        assertThat(Payments.codeOf(usual.capture(kroner, afterTwoWeeks))).isEqualTo(6100);
        assertThat(agreed.capture(kroner, afterTwoWeeks)).isInstanceOf(Transition.Done.class);
        assertThat(Payments.codeOf(agreed.capture(kroner, afterHalfAYear))).isEqualTo(6100);
    }

    @Test
    void time_does_what_is_due_and_nothing_before() {
        EventStamp early = Payments.stamp(TimeLimits.APPROVAL.minusMillis(1));
        EventStamp due = Payments.stamp(TimeLimits.APPROVAL);
        EventStamp deadline = late(Payments.stamp(), TimeLimits.CAPTURE_NORWAY);

        assertThat(Payments.created().timeUp(early, Payments.SWITCHES)).isInstanceOf(Transition.Refused.class);
        assertThat(Payments.after(Payments.created().timeUp(due, Payments.SWITCHES))
                        .state())
                .isEqualTo(PaymentState.EXPIRED);
        assertThat(Payments.authorized().timeUp(due, Payments.SWITCHES)).isInstanceOf(Transition.Refused.class);
        assertThat(Payments.after(Payments.captured(3000).timeUp(deadline, Payments.SWITCHES))
                        .aggregate()
                        .cancelled())
                .isEqualTo(Payments.nok(2000));
        assertThat(Payments.captured(5000).timeUp(deadline, Payments.SWITCHES)).isInstanceOf(Transition.Refused.class);
    }

    @Test
    void the_release_at_the_deadline_may_happen_without_a_word() {
        RulesSwitches quiet = Payments.SWITCHES.with("lifecycle.auto-release-sends-event", false);
        EventStamp deadline = late(Payments.stamp(), TimeLimits.CAPTURE_NORWAY);

        Payment released = Payments.quietly(Payments.captured(3000).timeUp(deadline, quiet));

        assertThat(released.aggregate().cancelled()).isEqualTo(Payments.nok(2000));
    }

    @Test
    void a_unit_without_refunds_pays_nothing_back() {
        Payment payment = Payments.after(Payments.after(Payments.created(Payments.UNIT.without(Agreement.REFUND))
                        .approve(Payments.stamp()))
                .capture(Payments.nok(3000), Payments.stamp()));

        assertThat(Payments.codeOf(refund(payment, Payments.stamp(), Payments.SWITCHES)))
                .isEqualTo(5100);
    }

    @ParameterizedTest
    @EnumSource
    void special_amounts_of_refunds_are_refused(SpecialRefund special) {
        Transition transition =
                Payments.captured(3000).refund(Payments.nok(special.value()), Payments.stamp(), Payments.SWITCHES);

        assertThat(Payments.codeOf(transition)).isEqualTo(special.code().number());
    }

    @Test
    void force_approve_is_for_payments_that_wait_and_need_no_delivery() {
        assertThat(ForceApproveRule.refusal(Payments.created(), false)).isEmpty();
        assertThat(ForceApproveRule.refusal(Payments.created(), true)).contains(ErrorCode.FORCE_APPROVE_UNSUPPORTED);
        assertThat(ForceApproveRule.refusal(Payments.authorized(), false)).contains(ErrorCode.ALREADY_RESERVED);
        assertThat(ForceApproveRule.refusal(Payments.expired(), false)).contains(ErrorCode.FORCE_APPROVE_FAILED);
        assertThat(ForceApproveRule.refusal(Payments.aborted(), false)).contains(ErrorCode.FORCE_APPROVE_FAILED);
        assertThat(ForceApproveRule.refusal(Payments.terminated(), false)).contains(ErrorCode.FORCE_APPROVE_FAILED);
    }

    private static Transition refund(Payment payment, EventStamp stamp, RulesSwitches switches) {
        return payment.refund(Payments.nok(1000), stamp, switches);
    }

    private static EventStamp late(EventStamp from, Duration by) {
        return Payments.stamp(Duration.between(Payments.START, from.at().plus(by)));
    }
}
