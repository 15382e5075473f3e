package dev.kvitt.capture.domain;

import static dev.kvitt.capture.domain.Samples.KEY;
import static dev.kvitt.capture.domain.Samples.RULES;
import static dev.kvitt.capture.domain.Samples.WRONG_STATE;
import static dev.kvitt.capture.domain.Samples.answered;
import static dev.kvitt.capture.domain.Samples.at;
import static dev.kvitt.capture.domain.Samples.captured;
import static dev.kvitt.capture.domain.Samples.found;
import static dev.kvitt.capture.domain.Samples.fresh;
import static dev.kvitt.capture.domain.Samples.inDoubt;
import static dev.kvitt.capture.domain.Samples.nok;
import static dev.kvitt.capture.domain.Samples.others;
import static dev.kvitt.capture.domain.Samples.read;
import static dev.kvitt.capture.domain.Samples.refund;
import static dev.kvitt.capture.domain.Samples.refunded;
import static dev.kvitt.capture.domain.Samples.seenLate;
import static dev.kvitt.capture.domain.Samples.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 30.00 captured, 10.00 paid back earlier, and the same once more. */
class RefundRulesTest {

    private static final PaymentView ONCE = paidBack(1000);
    private static final PaymentView TWICE = paidBack(2000);
    private static final PaymentView ALL_BY_OTHERS = view(PaymentState.AUTHORIZED, sums(500, 500));
    private static final LogEntry EARLIER = refunded(Optional.of("earlier-1"), 1000);
    private static final LogEntry OURS = refunded(Optional.of(KEY.toString()), 1000);
    private static final Answer REFUSED = new Answer.Refused(WRONG_STATE, true, false);

    @Test
    void a_refund_is_sent_however_old_the_sale_is() {
        assertThat(RULES.next(at(fresh(refund()), Duration.ofDays(300)))).isEqualTo(new Step.Send());
    }

    @Test
    void a_refund_first_seen_long_after_it_was_issued_looks_before_it_pays() {
        var late = at(seenLate(refund()), Duration.ofMinutes(6));
        assertThat(RULES.next(late)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(late, found(TWICE, EARLIER, OURS)))).isEqualTo(succeeded(TWICE));
        assertThat(RULES.next(read(late, found(ONCE, EARLIER)))).isEqualTo(new Step.Send());
        assertThat(RULES.next(read(late, new Reading.Unreadable()))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void a_refund_of_the_same_amount_by_nobody_known_is_never_made_twice() {
        var late = at(seenLate(refund()), Duration.ofMinutes(6));
        assertThat(RULES.next(read(late, found(ONCE, refunded(Optional.empty(), 1000)))))
                .isEqualTo(succeeded(ONCE));
        assertThat(RULES.next(read(late, found(ONCE, refunded(Optional.empty(), 999)))))
                .isEqualTo(new Step.Send());
    }

    @Test
    void an_entry_without_a_key_that_must_be_an_earlier_refunds_is_not_taken_for_this_ones() {
        var nameless = refunded(Optional.empty(), 1000);
        var later = at(inDoubt(refund(), Set.of("earlier-1")), Duration.ofMinutes(61));
        assertThat(RULES.next(read(later, found(ONCE, nameless))))
                .isInstanceOfSatisfying(
                        Step.Wait.class, wait -> assertThat(wait.moneyAtRisk()).isTrue());
        assertThat(RULES.next(read(later, found(TWICE, nameless, nameless)))).isEqualTo(succeeded(TWICE));
        assertThat(RULES.next(read(later, found(TWICE, EARLIER, nameless)))).isEqualTo(succeeded(TWICE));
    }

    @Test
    void neither_a_failed_refund_nor_a_capture_is_taken_for_one() {
        var late = at(seenLate(refund()), Duration.ofMinutes(6));
        var failed = new LogEntry("REFUNDED", nok(1000), Optional.of(KEY.toString()), false);
        assertThat(RULES.next(read(late, found(ONCE, EARLIER, failed)))).isEqualTo(new Step.Send());
        assertThat(RULES.next(read(late, found(ONCE, EARLIER, captured(Optional.of(KEY.toString()), 1000)))))
                .isEqualTo(new Step.Send());
    }

    @Test
    void an_accepted_refund_succeeds_by_the_log_for_the_sum_may_be_an_earlier_ones() {
        var accepted = answered(fresh(refund()), new Answer.Accepted(Optional.of(ONCE)));
        assertThat(RULES.next(accepted)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(accepted, found(TWICE, EARLIER, OURS)))).isEqualTo(succeeded(TWICE));
        assertThat(RULES.next(read(accepted, found(ONCE, EARLIER))))
                .isInstanceOfSatisfying(
                        Step.Wait.class, wait -> assertThat(wait.doubt()).contains(Refusals.UNKNOWN));
    }

    @Test
    void a_refusal_is_believed_only_after_the_payment_was_read() {
        var refused = answered(fresh(refund()), REFUSED);
        assertThat(RULES.next(refused)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(refused, found(TWICE, EARLIER, OURS)))).isEqualTo(succeeded(TWICE));
        assertThat(RULES.next(read(refused, found(ONCE, EARLIER))))
                .isEqualTo(new Step.Reject(WRONG_STATE, Optional.of(ONCE)));
        assertThat(RULES.next(read(refused, new Reading.Unreadable()))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void a_refusal_after_doubt_is_not_believed_while_more_was_paid_back_than_the_log_tells() {
        var refused = answered(inDoubt(refund()), REFUSED);
        assertThat(RULES.next(read(refused, found(TWICE, EARLIER)))).isInstanceOf(Step.Wait.class);
        assertThat(RULES.next(read(refused, found(ONCE, EARLIER))))
                .isEqualTo(new Step.Reject(WRONG_STATE, Optional.of(ONCE)));
    }

    @Test
    void an_unknown_refund_is_told_and_sent_again_with_its_key_for_an_hour() {
        assertThat(RULES.next(answered(fresh(refund()), new Answer.Unknown())))
                .isInstanceOfSatisfying(
                        Step.Wait.class, wait -> assertThat(wait.doubt()).contains(Refusals.UNKNOWN));
        assertThat(RULES.next(at(inDoubt(refund()), Duration.ofMinutes(59)))).isEqualTo(new Step.Send());
    }

    @Test
    void after_an_hour_only_the_event_log_decides_and_nothing_is_paid_again() {
        var later = at(inDoubt(refund()), Duration.ofMinutes(61));
        assertThat(RULES.next(later)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(later, found(TWICE, EARLIER, OURS)))).isEqualTo(succeeded(TWICE));
        for (var reading : new Reading[] {found(ONCE, EARLIER), new Reading.NotThere(), new Reading.Unreadable()}) {
            assertThat(RULES.next(read(later, reading)))
                    .isInstanceOfSatisfying(Step.Wait.class, wait -> assertThat(wait.moneyAtRisk())
                            .isTrue());
        }
    }

    @Test
    void what_can_never_be_paid_back_any_more_is_rejected() {
        var later = at(inDoubt(refund()), Duration.ofMinutes(61));
        assertThat(RULES.next(read(later, found(ALL_BY_OTHERS))))
                .isEqualTo(new Step.Reject(Refusals.NOTHING_LEFT_TO_REFUND, Optional.of(ALL_BY_OTHERS)));
    }

    @Test
    void anothers_payment_is_never_paid_back() {
        var unproved = at(fresh(refund(), new Creation.Forgotten()));
        assertThat(RULES.next(read(unproved, others(ONCE))))
                .isEqualTo(new Step.Reject(Refusals.REFERENCE_TAKEN, Optional.empty()));
    }

    private static PaymentView paidBack(long amount) {
        return view(PaymentState.AUTHORIZED, sums(3000, amount));
    }

    private static Aggregate sums(long captured, long refunded) {
        return new Aggregate(nok(5000), nok(captured), nok(5000 - captured), nok(refunded));
    }

    private static Step succeeded(PaymentView view) {
        return new Step.Succeed(Optional.of(view));
    }
}
