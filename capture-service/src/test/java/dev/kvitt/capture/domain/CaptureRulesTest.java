package dev.kvitt.capture.domain;

import static dev.kvitt.capture.domain.Samples.KEY;
import static dev.kvitt.capture.domain.Samples.RULES;
import static dev.kvitt.capture.domain.Samples.WRONG_STATE;
import static dev.kvitt.capture.domain.Samples.answered;
import static dev.kvitt.capture.domain.Samples.at;
import static dev.kvitt.capture.domain.Samples.capture;
import static dev.kvitt.capture.domain.Samples.captured;
import static dev.kvitt.capture.domain.Samples.found;
import static dev.kvitt.capture.domain.Samples.fresh;
import static dev.kvitt.capture.domain.Samples.inDoubt;
import static dev.kvitt.capture.domain.Samples.nok;
import static dev.kvitt.capture.domain.Samples.read;
import static dev.kvitt.capture.domain.Samples.seenLate;
import static dev.kvitt.capture.domain.Samples.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaptureRulesTest {

    private static final PaymentView RESERVED = view(PaymentState.AUTHORIZED, 5000, 0, 0);
    private static final PaymentView CAPTURED = view(PaymentState.AUTHORIZED, 5000, 3000, 0);
    private static final PaymentView RELEASED = view(PaymentState.AUTHORIZED, 5000, 0, 5000);
    private static final Optional<String> OURS = Optional.of(KEY.toString());
    private static final Optional<String> ANOTHERS = Optional.of("portal-1");
    private static final Answer REFUSED = new Answer.Refused(WRONG_STATE, true, false);

    @Test
    void a_fresh_capture_is_sent_however_old_the_sale_is() {
        assertThat(RULES.next(at(fresh(capture()), Duration.ofDays(3)))).isEqualTo(new Step.Send());
    }

    @Test
    void a_capture_first_seen_long_after_it_was_issued_looks_before_it_writes() {
        var late = at(seenLate(capture()), Duration.ofMinutes(6));
        assertThat(RULES.next(late)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(late, found(CAPTURED, captured(OURS, 3000)))))
                .isEqualTo(succeeded(CAPTURED));
        assertThat(RULES.next(read(late, found(RESERVED)))).isEqualTo(new Step.Send());
        assertThat(RULES.next(read(late, new Reading.NotThere()))).isEqualTo(new Step.Send());
        assertThat(RULES.next(read(late, new Reading.Unreadable()))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void a_capture_of_anothers_is_not_taken_for_ours() {
        var late = at(seenLate(capture()), Duration.ofMinutes(6));
        assertThat(RULES.next(read(late, found(CAPTURED, captured(ANOTHERS, 3000)))))
                .isEqualTo(new Step.Send());
        var failed = new LogEntry("CAPTURED", nok(3000), OURS, false);
        assertThat(RULES.next(read(late, found(RESERVED, failed)))).isEqualTo(new Step.Send());
    }

    @Test
    void a_capture_of_the_same_amount_by_nobody_known_is_never_made_twice() {
        var late = at(seenLate(capture()), Duration.ofMinutes(6));
        var nobodys = found(CAPTURED, captured(Optional.empty(), 3000));
        assertThat(RULES.next(read(late, nobodys))).isEqualTo(succeeded(CAPTURED));
        var another = found(CAPTURED, captured(Optional.empty(), 2999));
        assertThat(RULES.next(read(late, another))).isEqualTo(new Step.Send());
    }

    @Test
    void an_accepted_capture_succeeds_by_its_sums_not_by_its_status() {
        assertThat(RULES.next(answered(fresh(capture()), new Answer.Accepted(Optional.of(CAPTURED)))))
                .isEqualTo(succeeded(CAPTURED));
        var nothingShown = answered(fresh(capture()), new Answer.Accepted(Optional.of(RESERVED)));
        assertThat(RULES.next(nothingShown)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(nothingShown, found(CAPTURED, captured(OURS, 3000)))))
                .isEqualTo(succeeded(CAPTURED));
        assertThat(RULES.next(read(nothingShown, found(RESERVED))))
                .isInstanceOfSatisfying(
                        Step.Wait.class, wait -> assertThat(wait.doubt()).contains(Refusals.UNKNOWN));
    }

    @Test
    void a_refusal_is_believed_only_after_the_payment_was_read() {
        var refused = answered(fresh(capture()), REFUSED);
        assertThat(RULES.next(refused)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(refused, found(CAPTURED, captured(OURS, 3000)))))
                .isEqualTo(succeeded(CAPTURED));
        assertThat(RULES.next(read(refused, found(RELEASED))))
                .isEqualTo(new Step.Reject(WRONG_STATE, Optional.of(RELEASED)));
        assertThat(RULES.next(read(refused, new Reading.NotThere())))
                .isEqualTo(new Step.Reject(WRONG_STATE, Optional.empty()));
        assertThat(RULES.next(read(refused, new Reading.Unreadable()))).isInstanceOf(Step.Wait.class);
    }

    /** An earlier try is in doubt, Vipps now says "captured already", and the sums agree: the log may only be late. */
    @Test
    void a_refusal_after_a_try_in_doubt_is_not_believed_while_the_sums_show_the_money() {
        var refused = answered(inDoubt(capture()), REFUSED);

        assertThat(RULES.next(read(refused, found(CAPTURED)))).isInstanceOf(Step.Wait.class);
        assertThat(RULES.next(read(refused, found(RELEASED))))
                .isEqualTo(new Step.Reject(WRONG_STATE, Optional.of(RELEASED)));
        assertThat(RULES.next(read(answered(fresh(capture()), REFUSED), found(CAPTURED))))
                .as("by whomever, it was not by us")
                .isEqualTo(new Step.Reject(WRONG_STATE, Optional.of(CAPTURED)));
    }

    @Test
    void a_key_that_vipps_knows_already_is_never_read_as_no() {
        var known = answered(fresh(capture()), new Answer.Refused(WRONG_STATE, true, true));
        assertThat(RULES.next(read(known, found(RESERVED)))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void an_unknown_capture_is_told_and_sent_again_with_its_key() {
        assertThat(RULES.next(answered(fresh(capture()), new Answer.Unknown())))
                .isInstanceOfSatisfying(
                        Step.Wait.class, wait -> assertThat(wait.doubt()).contains(Refusals.UNKNOWN));
        assertThat(RULES.next(at(inDoubt(capture()), Duration.ofMinutes(59)))).isEqualTo(new Step.Send());
    }

    @Test
    void after_an_hour_only_the_event_log_decides() {
        var later = at(inDoubt(capture()), Duration.ofMinutes(61));
        assertThat(RULES.next(later)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(later, found(CAPTURED, captured(OURS, 3000)))))
                .isEqualTo(succeeded(CAPTURED));
        assertThat(RULES.next(read(later, found(RELEASED))))
                .isEqualTo(new Step.Reject(Refusals.NOTHING_LEFT_TO_CAPTURE, Optional.of(RELEASED)));
        for (var reading : new Reading[] {found(RESERVED), new Reading.NotThere(), new Reading.Unreadable()}) {
            assertThat(RULES.next(read(later, reading))).isInstanceOfSatisfying(Step.Wait.class, wait -> {
                assertThat(wait.moneyAtRisk()).isTrue();
                assertThat(wait.until()).isEqualTo(later.now().plus(Duration.ofMinutes(5)));
            });
        }
    }

    @Test
    void a_busy_vipps_leaves_no_doubt() {
        var busy = answered(fresh(capture()), new Answer.Busy(Optional.empty()));
        assertThat(busy.inDoubt()).isFalse();
        assertThat(RULES.next(busy)).isEqualTo(new Step.Wait(busy.now().plusSeconds(2), Optional.empty(), false));
    }

    @Test
    void a_capture_that_can_never_be_sent_is_rejected() {
        var never = answered(fresh(capture()), new Answer.CannotBeSent(Refusals.UNKNOWN_SALES_UNIT));
        assertThat(RULES.next(never)).isEqualTo(new Step.Reject(Refusals.UNKNOWN_SALES_UNIT, Optional.empty()));
        var doubtful = answered(inDoubt(capture()), new Answer.CannotBeSent(Refusals.UNKNOWN_SALES_UNIT));
        assertThat(RULES.next(doubtful)).isInstanceOfSatisfying(Step.Wait.class, wait -> assertThat(wait.moneyAtRisk())
                .isTrue());
    }

    private static Step succeeded(PaymentView view) {
        return new Step.Succeed(Optional.of(view));
    }
}
