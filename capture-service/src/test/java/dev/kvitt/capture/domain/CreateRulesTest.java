package dev.kvitt.capture.domain;

import static dev.kvitt.capture.domain.Samples.NOON;
import static dev.kvitt.capture.domain.Samples.RULES;
import static dev.kvitt.capture.domain.Samples.SCAN_AGAIN;
import static dev.kvitt.capture.domain.Samples.answered;
import static dev.kvitt.capture.domain.Samples.at;
import static dev.kvitt.capture.domain.Samples.createPayment;
import static dev.kvitt.capture.domain.Samples.found;
import static dev.kvitt.capture.domain.Samples.fresh;
import static dev.kvitt.capture.domain.Samples.inDoubt;
import static dev.kvitt.capture.domain.Samples.others;
import static dev.kvitt.capture.domain.Samples.read;
import static dev.kvitt.capture.domain.Samples.seenLate;
import static dev.kvitt.capture.domain.Samples.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CreateRulesTest {

    private static final PaymentView CREATED = view(PaymentState.CREATED, 0, 0, 0);
    private static final Answer TAKEN = new Answer.Refused(SCAN_AGAIN, true, true);
    private static final Answer REFUSED = new Answer.Refused(SCAN_AGAIN, true, false);
    private static final Answer TURNED_AWAY_BY_GATEWAY = new Answer.Refused(SCAN_AGAIN, false, false);

    @Test
    void a_request_in_time_is_sent() {
        assertThat(RULES.next(at(fresh(createPayment())))).isEqualTo(new Step.Send());
    }

    @Test
    void a_request_nobody_waits_for_any_more_is_not_sent() {
        var late = at(fresh(createPayment()), Duration.ofSeconds(121));
        assertThat(RULES.next(late)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(late, new Reading.NotThere()))).isEqualTo(rejected(Refusals.TOO_LATE));
    }

    @Test
    void a_payment_made_before_our_rows_were_restored_is_found() {
        var late = at(fresh(createPayment()), Duration.ofHours(2));
        assertThat(RULES.next(read(late, found(CREATED)))).isEqualTo(new Step.Succeed(Optional.of(CREATED)));
        assertThat(RULES.next(read(late, others(CREATED)))).isEqualTo(rejected(Refusals.REFERENCE_TAKEN));
    }

    @Test
    void a_late_request_that_cannot_be_looked_for_is_not_told_as_never_charged_until_it_was_tried_long_enough() {
        var late = at(fresh(createPayment()), Duration.ofMinutes(22));
        assertThat(RULES.next(read(late, new Reading.Unreadable())))
                .isEqualTo(new Step.Wait(late.now().plusSeconds(2), Optional.empty(), false));
        var last = at(fresh(createPayment()), Duration.ofMinutes(22).plusSeconds(1));
        assertThat(RULES.next(read(last, new Reading.Unreadable()))).isEqualTo(rejected(Refusals.NEVER_ARRIVED));
        var readAgain = at(seenLate(createPayment()), Duration.ofMinutes(26));
        assertThat(RULES.next(read(readAgain, new Reading.Unreadable()))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void an_accepted_request_is_read_and_succeeds_even_if_it_cannot_be_read() {
        var accepted = answered(fresh(createPayment()), new Answer.Accepted(Optional.empty()));
        assertThat(RULES.next(accepted)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(accepted, found(CREATED)))).isEqualTo(new Step.Succeed(Optional.of(CREATED)));
        assertThat(RULES.next(read(accepted, new Reading.Unreadable()))).isEqualTo(new Step.Succeed(Optional.empty()));
        assertThat(RULES.next(read(accepted, new Reading.NotThere()))).isEqualTo(new Step.Succeed(Optional.empty()));
    }

    @Test
    void a_refusal_of_the_only_try_is_final() {
        assertThat(RULES.next(answered(fresh(createPayment()), REFUSED))).isEqualTo(rejected(SCAN_AGAIN));
    }

    @Test
    void what_only_the_gateway_refused_is_a_no_when_vipps_itself_knows_no_payment() {
        var refused = answered(fresh(createPayment()), TURNED_AWAY_BY_GATEWAY);
        assertThat(RULES.next(refused)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(refused, new Reading.NotThere()))).isEqualTo(rejected(SCAN_AGAIN));
        assertThat(RULES.next(read(refused, found(CREATED)))).isEqualTo(new Step.Succeed(Optional.of(CREATED)));
        assertThat(RULES.next(read(refused, new Reading.Unreadable()))).isEqualTo(silentWait(Duration.ofSeconds(2)));
    }

    @Test
    void a_request_first_seen_long_after_it_was_written_is_looked_for_before_it_is_sent() {
        var patient = new CreatePayment(
                createPayment().msn(),
                createPayment().saleId(),
                createPayment().operationId(),
                NOON,
                createPayment().amount(),
                createPayment().customer(),
                true,
                createPayment().userFlow(),
                createPayment().description(),
                NOON.plus(Duration.ofHours(1)),
                null,
                List.of(),
                null);
        var late = at(seenLate(patient), Duration.ofMinutes(6));
        assertThat(RULES.next(late)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(late, new Reading.NotThere()))).isEqualTo(new Step.Send());
        assertThat(RULES.next(read(late, found(CREATED)))).isEqualTo(new Step.Succeed(Optional.of(CREATED)));
        assertThat(RULES.next(read(late, new Reading.Unreadable()))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void what_vipps_asks_us_to_wait_is_kept_while_in_doubt_but_not_for_longer_than_we_ever_wait() {
        assertThat(RULES.next(
                        answered(fresh(createPayment()), new Answer.Unknown(Optional.of(Duration.ofSeconds(30))))))
                .isEqualTo(toldWait(Duration.ofSeconds(30)));
        assertThat(RULES.next(answered(fresh(createPayment()), new Answer.Unknown(Optional.of(Duration.ofSeconds(1))))))
                .isEqualTo(toldWait(Duration.ofSeconds(2)));
        assertThat(RULES.next(answered(fresh(createPayment()), new Answer.Unknown(Optional.of(Duration.ofHours(1))))))
                .isEqualTo(toldWait(Waits.LONGEST));
    }

    @Test
    void an_existing_reference_is_ours_only_with_our_mark_and_amount() {
        var taken = answered(fresh(createPayment()), TAKEN);
        assertThat(RULES.next(taken)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(taken, found(CREATED)))).isEqualTo(new Step.Succeed(Optional.of(CREATED)));
        assertThat(RULES.next(read(taken, others(CREATED)))).isEqualTo(rejected(Refusals.REFERENCE_TAKEN));
        var otherAmount = new PaymentView(PaymentState.CREATED, Samples.nok(4999), CREATED.aggregate(), "psp-1", null);
        assertThat(RULES.next(read(taken, found(otherAmount)))).isEqualTo(rejected(Refusals.REFERENCE_TAKEN));
    }

    @Test
    void an_existing_reference_that_cannot_be_seen_stays_in_doubt() {
        var taken = answered(fresh(createPayment()), TAKEN);
        assertThat(RULES.next(read(taken, new Reading.Unreadable()))).isEqualTo(toldWait(Duration.ofSeconds(2)));
        assertThat(RULES.next(read(taken, new Reading.NotThere()))).isEqualTo(toldWait(Duration.ofSeconds(2)));
    }

    @Test
    void an_unknown_outcome_is_told_once() {
        assertThat(RULES.next(answered(fresh(createPayment()), new Answer.Unknown())))
                .isEqualTo(toldWait(Duration.ofSeconds(2)));
        assertThat(RULES.next(answered(inDoubt(createPayment()), new Answer.Unknown())))
                .isEqualTo(silentWait(Duration.ofSeconds(2)));
    }

    @Test
    void a_busy_vipps_is_not_told_and_its_wish_is_honoured() {
        assertThat(RULES.next(answered(fresh(createPayment()), busy(Optional.empty()))))
                .isEqualTo(silentWait(Duration.ofSeconds(2)));
        assertThat(RULES.next(answered(fresh(createPayment()), busy(Optional.of(Duration.ofSeconds(37))))))
                .isEqualTo(silentWait(Duration.ofSeconds(37)));
    }

    @Test
    void a_request_that_will_be_too_late_after_the_wait_is_given_up_as_soon_as_it_is() {
        assertThat(RULES.next(answered(fresh(createPayment()), busy(Optional.of(Duration.ofMinutes(30))))))
                .isEqualTo(new Step.Wait(createPayment().validUntil().plusMillis(1), Optional.empty(), false));
    }

    @Test
    void an_unknown_request_is_looked_for_before_it_is_sent_again() {
        var again = at(inDoubt(createPayment()), Duration.ofSeconds(5));
        assertThat(RULES.next(again)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(again, found(CREATED)))).isEqualTo(new Step.Succeed(Optional.of(CREATED)));
        assertThat(RULES.next(read(again, others(CREATED)))).isEqualTo(rejected(Refusals.REFERENCE_TAKEN));
        assertThat(RULES.next(read(again, new Reading.NotThere()))).isEqualTo(new Step.Send());
        assertThat(RULES.next(read(again, new Reading.Unreadable()))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void an_unknown_request_that_is_too_old_is_only_looked_for() {
        var again = at(inDoubt(createPayment()), Duration.ofMinutes(19));
        assertThat(RULES.next(read(again, new Reading.NotThere()))).isInstanceOf(Step.Wait.class);
        var last = at(inDoubt(createPayment()), Duration.ofMinutes(20).plusSeconds(1));
        assertThat(RULES.next(read(last, new Reading.NotThere()))).isEqualTo(rejected(Refusals.NEVER_ARRIVED));
    }

    @Test
    void a_person_is_called_for_an_old_request_that_cannot_be_seen_and_the_next_look_is_as_soon_as_ever() {
        var last = at(inDoubt(createPayment()), Duration.ofMinutes(20).plusSeconds(1));
        assertThat(last.usualWait()).isLessThan(Waits.LONGEST);
        assertThat(RULES.next(read(last, new Reading.Unreadable())))
                .isEqualTo(new Step.Wait(last.now().plus(last.usualWait()), Optional.empty(), true));
    }

    @Test
    void a_refusal_after_an_unknown_try_counts_only_when_vipps_itself_judged_the_key() {
        var judged = answered(inDoubt(createPayment()), REFUSED);
        assertThat(RULES.next(judged)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(judged, new Reading.NotThere()))).isEqualTo(rejected(SCAN_AGAIN));
        assertThat(RULES.next(read(judged, found(CREATED)))).isEqualTo(new Step.Succeed(Optional.of(CREATED)));
        assertThat(RULES.next(read(judged, new Reading.Unreadable()))).isInstanceOf(Step.Wait.class);
        var turnedAway = read(answered(inDoubt(createPayment()), TURNED_AWAY_BY_GATEWAY), new Reading.NotThere());
        assertThat(RULES.next(turnedAway)).isInstanceOf(Step.Wait.class);
    }

    @Test
    void what_can_never_be_sent_is_rejected_unless_an_earlier_try_may_have_been_done() {
        var erased = new Answer.CannotBeSent(Refusals.CUSTOMER_ERASED);
        assertThat(RULES.next(answered(fresh(createPayment()), erased))).isEqualTo(rejected(Refusals.CUSTOMER_ERASED));
        assertThat(RULES.next(answered(inDoubt(createPayment()), erased))).isInstanceOf(Step.Wait.class);
    }

    private static Answer busy(Optional<Duration> retryAfter) {
        return new Answer.Busy(retryAfter);
    }

    private static Step rejected(dev.kvitt.events.Refusal why) {
        return new Step.Reject(why, Optional.empty());
    }

    private static Step toldWait(Duration time) {
        return new Step.Wait(secondAfterNoon().plus(time), Optional.of(Refusals.UNKNOWN), false);
    }

    private static Step silentWait(Duration time) {
        return new Step.Wait(secondAfterNoon().plus(time), Optional.empty(), false);
    }

    private static Instant secondAfterNoon() {
        return NOON.plusSeconds(1);
    }
}
