package dev.kvitt.vipps.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailedApprovalTest {

    private static final SalesUnit DANISH = SalesUnit.usual(new Msn("234567"), Market.DK);
    private static final RulesSwitches ABORTING =
            Payments.SWITCHES.with("special-amounts.outcome", RulesSwitches.UnhappyEnd.ABORTED);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN_RESULT")
    void a_special_amount_fails_and_leaves_the_payment_to_be_tried_again(SpecialAmount special) {
        Payment payment = Payments.created(Payments.UNIT, special.value());
        Transition transition = payment.approve(Approval.IN_APP, Payments.stamp(), Payments.SWITCHES);

        assertThat(transition).isInstanceOfSatisfying(Transition.Failed.class, failed -> {
            assertThat(failed.event().name()).isEqualTo(EventName.AUTHORIZED);
            assertThat(failed.event().success()).isFalse();
            assertThat(failed.event().amount()).isEqualTo(payment.amount());
            assertThat(failed.event().idempotencyKey()).contains(Payments.CREATE_KEY);
        });
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN_RESULT")
    void a_special_amount_may_end_the_payment(SpecialAmount special) {
        Payment payment = Payments.created(Payments.UNIT, special.value());
        Payment ended = Payments.after(payment.approve(Approval.IN_APP, Payments.stamp(), ABORTING));

        assertThat(ended.state()).isEqualTo(PaymentState.ABORTED);
        assertThat(ended.aggregate()).isEqualTo(Aggregate.empty(Currency.NOK));
    }

    @ParameterizedTest
    @EnumSource
    void some_special_amounts_are_norwegian_only(SpecialAmount special) {
        Payment danish = Payments.created(DANISH, special.value());
        Transition transition = danish.approve(Approval.IN_APP, Payments.stamp(), Payments.SWITCHES);

        assertThat(transition instanceof Transition.Done).isEqualTo(special.onlyNorway());
    }

    @Test
    void ordinary_amounts_and_switched_force_approve_are_not_special() {
        RulesSwitches appOnly = Payments.SWITCHES.with("special-amounts.on-force-approve", false);
        Payment special = Payments.created(Payments.UNIT, SpecialAmount.INVALID_CARD.value());

        assertThat(special.approve(Approval.FORCED, Payments.stamp(), Payments.SWITCHES))
                .isInstanceOf(Transition.Failed.class);
        assertThat(special.approve(Approval.FORCED, Payments.stamp(), appOnly)).isInstanceOf(Transition.Done.class);
        assertThat(special.approve(Approval.IN_APP, Payments.stamp(), appOnly)).isInstanceOf(Transition.Failed.class);
        assertThat(Payments.created().approve(Approval.IN_APP, Payments.stamp(), Payments.SWITCHES))
                .isInstanceOf(Transition.Done.class);
    }

    @Test
    void an_unknown_result_hangs_for_an_hour_and_then_expires() {
        Payment payment = Payments.created(Payments.UNIT, SpecialAmount.UNKNOWN_RESULT.value());
        Payment hanging = Payments.quietly(payment.approve(Approval.IN_APP, Payments.stamp(), Payments.SWITCHES));
        Instant end = Payments.stamp().at().plus(TimeLimits.UNKNOWN_RESULT);

        assertThat(hanging.state()).isEqualTo(PaymentState.CREATED);
        assertThat(hanging.approvalDeadline()).isEqualTo(end);
        assertThat(Payments.codeOf(hanging.cancel(false, Payments.stamp(), Payments.SWITCHES)))
                .isEqualTo(6250);
        assertThat(hanging.timeUp(at(end.minusMillis(1)), Payments.SWITCHES)).isInstanceOf(Transition.Refused.class);
        assertThat(Payments.after(hanging.timeUp(at(end), Payments.SWITCHES)).state())
                .isEqualTo(PaymentState.EXPIRED);
        assertThat(Payments.quietly(hanging.approve(
                                Approval.IN_APP, Payments.stamp(Duration.ofMinutes(9)), Payments.SWITCHES))
                        .approvalDeadline())
                .as("trying again does not make it longer")
                .isEqualTo(end);
    }

    @Test
    void without_consent_the_payment_ends_or_waits_as_switched() {
        RulesSwitches waiting =
                Payments.SWITCHES.with("lifecycle.missing-consent-ends", RulesSwitches.UnhappyEnd.STAYS_CREATED);
        Payment payment = Payments.created();

        assertThat(Payments.after(payment.withholdConsent(Payments.stamp(), Payments.SWITCHES))
                        .state())
                .isEqualTo(PaymentState.ABORTED);
        assertThat(payment.withholdConsent(Payments.stamp(), waiting)).isInstanceOf(Transition.Failed.class);
    }

    @Test
    void what_comes_too_late_neither_succeeds_nor_fails() {
        EventStamp late = Payments.stamp(TimeLimits.APPROVAL);
        Payment special = Payments.created(Payments.UNIT, SpecialAmount.INVALID_CARD.value());

        assertThat(special.approve(Approval.IN_APP, late, Payments.SWITCHES)).isInstanceOf(Transition.Refused.class);
        assertThat(special.withholdConsent(late, Payments.SWITCHES)).isInstanceOf(Transition.Refused.class);
        assertThat(Payments.authorized().withholdConsent(Payments.stamp(), Payments.SWITCHES))
                .isInstanceOf(Transition.Refused.class);
    }

    private static EventStamp at(Instant time) {
        return new EventStamp(time, new PspReference("psp-later"), Optional.empty());
    }
}
