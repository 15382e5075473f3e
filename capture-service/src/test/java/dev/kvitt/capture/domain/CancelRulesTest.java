package dev.kvitt.capture.domain;

import static dev.kvitt.capture.domain.Samples.RULES;
import static dev.kvitt.capture.domain.Samples.WRONG_STATE;
import static dev.kvitt.capture.domain.Samples.answered;
import static dev.kvitt.capture.domain.Samples.at;
import static dev.kvitt.capture.domain.Samples.cancel;
import static dev.kvitt.capture.domain.Samples.found;
import static dev.kvitt.capture.domain.Samples.fresh;
import static dev.kvitt.capture.domain.Samples.inDoubt;
import static dev.kvitt.capture.domain.Samples.read;
import static dev.kvitt.capture.domain.Samples.seenLate;
import static dev.kvitt.capture.domain.Samples.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CancelRulesTest {

    private static final PaymentView RESERVED = view(PaymentState.AUTHORIZED, 5000, 3000, 0);
    private static final PaymentView RELEASED = view(PaymentState.AUTHORIZED, 5000, 3000, 2000);
    private static final PaymentView TERMINATED = view(PaymentState.TERMINATED, 0, 0, 5000);
    private static final Answer REFUSED = new Answer.Refused(WRONG_STATE, true, false);

    @Test
    void a_fresh_cancel_is_sent() {
        assertThat(RULES.next(at(fresh(cancel())))).isEqualTo(new Step.Send());
    }

    @Test
    void an_accepted_cancel_succeeds_when_nothing_is_reserved_any_more() {
        assertThat(RULES.next(answered(fresh(cancel()), new Answer.Accepted(Optional.of(RELEASED)))))
                .isEqualTo(succeeded(RELEASED));
        assertThat(RULES.next(answered(fresh(cancel()), new Answer.Accepted(Optional.of(TERMINATED)))))
                .isEqualTo(succeeded(TERMINATED));
        assertThat(RULES.next(answered(fresh(cancel()), new Answer.Accepted(Optional.of(RESERVED)))))
                .isEqualTo(new Step.Ask());
    }

    @Test
    void a_refused_cancel_of_what_is_released_already_has_succeeded() {
        var refused = answered(fresh(cancel()), REFUSED);
        assertThat(RULES.next(refused)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(refused, found(RELEASED)))).isEqualTo(succeeded(RELEASED));
    }

    @ParameterizedTest
    @EnumSource(names = {"ABORTED", "EXPIRED", "TERMINATED"})
    void a_refused_cancel_of_a_payment_that_ended_has_succeeded(PaymentState ended) {
        var view = view(ended, 0, 0, 0);
        assertThat(RULES.next(read(answered(fresh(cancel()), REFUSED), found(view))))
                .isEqualTo(succeeded(view));
    }

    @Test
    void a_refused_cancel_with_money_still_reserved_is_rejected_and_shows_it() {
        assertThat(RULES.next(read(answered(fresh(cancel()), REFUSED), found(RESERVED))))
                .isEqualTo(new Step.Reject(WRONG_STATE, Optional.of(RESERVED)));
        var created = view(PaymentState.CREATED, 0, 0, 0);
        assertThat(RULES.next(read(answered(fresh(cancel()), REFUSED), found(created))))
                .isEqualTo(new Step.Reject(WRONG_STATE, Optional.of(created)));
    }

    @Test
    void a_cancel_first_seen_late_looks_before_it_writes() {
        var late = at(seenLate(cancel()), Duration.ofMinutes(6));
        assertThat(RULES.next(late)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(late, found(RELEASED)))).isEqualTo(succeeded(RELEASED));
        assertThat(RULES.next(read(late, found(RESERVED)))).isEqualTo(new Step.Send());
    }

    @Test
    void an_unknown_cancel_is_sent_again_for_an_hour_and_then_as_long_as_money_is_reserved() {
        assertThat(RULES.next(at(inDoubt(cancel()), Duration.ofMinutes(59)))).isEqualTo(new Step.Send());
        var later = at(inDoubt(cancel()), Duration.ofMinutes(61));
        assertThat(RULES.next(later)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(later, found(RELEASED)))).isEqualTo(succeeded(RELEASED));
        assertThat(RULES.next(read(later, found(RESERVED)))).isEqualTo(new Step.Send());
        for (var reading : new Reading[] {
            found(view(PaymentState.CREATED, 0, 0, 0)), new Reading.NotThere(), new Reading.Unreadable()
        }) {
            assertThat(RULES.next(read(later, reading))).satisfies(CancelRulesTest::callsAPerson);
        }
    }

    @Test
    void a_cancel_repeated_after_an_hour_that_brings_no_answer_calls_a_person() {
        var later = at(inDoubt(cancel()), Duration.ofMinutes(61));
        var unanswered = later.answered(later.operation(), new Answer.Unknown(), later.now());
        assertThat(RULES.next(unanswered)).satisfies(CancelRulesTest::callsAPerson);
        var refused = later.answered(later.operation(), REFUSED, later.now());
        assertThat(RULES.next(read(refused, found(RESERVED))))
                .isEqualTo(new Step.Reject(WRONG_STATE, Optional.of(RESERVED)));
    }

    private static void callsAPerson(Step step) {
        assertThat(step).isInstanceOfSatisfying(Step.Wait.class, wait -> assertThat(wait.moneyAtRisk())
                .isTrue());
    }

    @Test
    void a_busy_vipps_is_asked_again_later() {
        var busy = answered(fresh(cancel()), new Answer.Busy(Optional.of(Duration.ofSeconds(9))));
        assertThat(RULES.next(busy)).isEqualTo(new Step.Wait(busy.now().plusSeconds(9), Optional.empty(), false));
    }

    @Test
    void an_unknown_outcome_is_told() {
        assertThat(RULES.next(answered(fresh(cancel()), new Answer.Unknown())))
                .isInstanceOfSatisfying(
                        Step.Wait.class, wait -> assertThat(wait.doubt()).contains(Refusals.UNKNOWN));
    }

    private static Step succeeded(PaymentView view) {
        return new Step.Succeed(Optional.of(view));
    }
}
