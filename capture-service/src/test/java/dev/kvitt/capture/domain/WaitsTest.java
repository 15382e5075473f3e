package dev.kvitt.capture.domain;

import static dev.kvitt.capture.domain.Samples.NOON;
import static dev.kvitt.capture.domain.Samples.RULES;
import static dev.kvitt.capture.domain.Samples.capture;
import static dev.kvitt.capture.domain.Samples.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaitsTest {

    private static final Answer NO_ANSWER = new Answer.Unknown();

    @Test
    void for_an_operation_that_a_till_may_wait_for_vipps_is_tried_again_within_fifteen_seconds() {
        var tries = whileVippsIsAwayFor(Duration.ofMinutes(10));
        assertThat(longestBetween(tries)).isEqualTo(Duration.ofSeconds(15));
        assertThat(tries.subList(0, 5).stream()
                        .map(at -> Duration.between(NOON, at).toSeconds()))
                .containsExactly(0L, 2L, 15L, 30L, 45L);
    }

    @Test
    void within_an_hour_vipps_is_tried_again_within_a_minute_of_its_return() {
        assertThat(longestBetween(whileVippsIsAwayFor(Duration.ofMinutes(59)))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void after_that_nobody_waits_any_more() {
        assertThat(Waits.after(1000, Duration.ofHours(1))).isEqualTo(Waits.LONGEST);
        assertThat(Waits.after(Integer.MAX_VALUE, Duration.ofDays(9))).isEqualTo(Waits.LONGEST);
    }

    @Test
    void an_operation_that_was_read_late_is_begun_as_quickly_as_any() {
        assertThat(Waits.after(1, Duration.ofDays(1))).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_clock_that_was_set_back_makes_nothing_slower() {
        assertThat(Waits.after(9, Duration.ofHours(-3))).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void no_minute_has_more_tries_than_vipps_takes_and_only_the_first_leaves_no_room_for_another_operation() {
        var tries = whileVippsIsAwayFor(Duration.ofMinutes(59));
        assertThat(tries).allSatisfy(from -> {
            var minute = tries.stream()
                    .filter(at -> !at.isBefore(from) && at.isBefore(from.plusSeconds(60)))
                    .count();
            assertThat(minute).isLessThanOrEqualTo(from.isBefore(NOON.plusSeconds(15)) ? 5 : 4);
        });
    }

    @Test
    void what_vipps_asks_for_is_honoured_up_to_an_hour() {
        var ours = Duration.ofSeconds(8);
        assertThat(Waits.asked(Optional.of(Duration.ofSeconds(90)), ours)).isEqualTo(Duration.ofSeconds(90));
        assertThat(Waits.asked(Optional.of(Duration.ofDays(2)), ours)).isEqualTo(Duration.ofHours(1));
        assertThat(Waits.asked(Optional.empty(), ours)).isEqualTo(ours);
    }

    /** When a capture that was read at noon is tried, by the rules themselves. */
    private static List<Instant> whileVippsIsAwayFor(Duration time) {
        var tries = new ArrayList<Instant>();
        var operation = fresh(capture());
        var now = NOON;
        while (now.isBefore(NOON.plus(time))) {
            tries.add(now);
            var situation = Situation.atStart(operation, now, tries.size());
            var sent = operation.sent(operation.inDoubtSince(), now);
            var wait = (Step.Wait) RULES.next(situation.answered(sent, NO_ANSWER, now));
            now = wait.until();
        }
        return tries;
    }

    private static Duration longestBetween(List<Instant> tries) {
        var longest = Duration.ZERO;
        for (var n = 1; n < tries.size(); n++) {
            var between = Duration.between(tries.get(n - 1), tries.get(n));
            longest = between.compareTo(longest) > 0 ? between : longest;
        }
        return longest;
    }
}
