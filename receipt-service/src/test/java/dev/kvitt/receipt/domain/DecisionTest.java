package dev.kvitt.receipt.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private static final Instant WANTED = Instant.parse("2026-11-21T12:00:00Z");
    private static final Decision DECISION = new Decision(Decision.NOT_FOUND_FOR);
    private static final Answer LATER = new Answer.Later(Optional.empty());

    @Test
    void a_receipt_that_vipps_has_is_told() {
        assertThat(DECISION.after(new Answer.Posted(), WANTED, WANTED, 1)).isEqualTo(new Step.Post());
    }

    @Test
    void a_refused_receipt_is_given_up_at_once() {
        assertThat(DECISION.after(new Answer.Refused(Refusals.UNUSABLE_LINES), WANTED, WANTED, 1))
                .isEqualTo(new Step.Reject(Refusals.UNUSABLE_LINES));
    }

    @Test
    void tries_grow_apart_to_five_minutes() {
        assertThat(wait(LATER, 1)).isEqualTo(Duration.ofSeconds(2));
        assertThat(wait(LATER, 4)).isEqualTo(Duration.ofSeconds(16));
        assertThat(wait(LATER, 9)).isEqualTo(Duration.ofMinutes(5));
        assertThat(wait(LATER, 2000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void what_vipps_asks_for_is_honoured_up_to_an_hour() {
        assertThat(wait(new Answer.Later(Optional.of(Duration.ofMinutes(7))), 1))
                .isEqualTo(Duration.ofMinutes(7));
        assertThat(wait(new Answer.Later(Optional.of(Duration.ofDays(7))), 1)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_wait_that_is_over_already_is_no_leave_to_try_without_end() {
        assertThat(wait(new Answer.Later(Optional.of(Duration.ZERO)), 7)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void what_nobody_refused_is_tried_for_ever() {
        assertThat(DECISION.after(LATER, WANTED, WANTED.plus(Duration.ofDays(400)), 100_000))
                .isInstanceOf(Step.Wait.class);
    }

    @Test
    void a_payment_that_is_not_found_is_looked_for_for_an_hour() {
        var notFound = new Answer.NoForNow(Refusals.UNUSABLE_LINES);
        var last = WANTED.plus(Duration.ofHours(1));
        assertThat(DECISION.after(notFound, WANTED, last, 20)).isInstanceOf(Step.Wait.class);
        assertThat(DECISION.after(notFound, WANTED, last.plusSeconds(1), 20))
                .isEqualTo(new Step.Reject(Refusals.UNUSABLE_LINES));
    }

    private static Duration wait(Answer answer, int tries) {
        var step = DECISION.after(answer, WANTED, WANTED, tries);
        return Duration.between(WANTED, ((Step.Wait) step).until());
    }
}
