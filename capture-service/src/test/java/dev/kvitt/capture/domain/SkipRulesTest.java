package dev.kvitt.capture.domain;

import static dev.kvitt.capture.domain.Samples.NOON;
import static dev.kvitt.capture.domain.Samples.capture;
import static dev.kvitt.capture.domain.Samples.fresh;
import static dev.kvitt.capture.domain.Samples.inDoubt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When a person's word counts. The command was issued, read and sent at noon. */
class SkipRulesTest {

    private static final SkipRules RULES = Samples.RULES.skips();
    private static final Operation PUT_OFF = fresh(capture()).sent(Optional.empty(), NOON);

    @Test
    void it_ends_what_is_in_doubt_for_longer_than_its_key_is_trusted() {
        assertThat(saidAt(inDoubt(capture()), minutes(59))).contains(Refusals.STILL_TRUSTED);
        assertThat(saidAt(inDoubt(capture()), minutes(60))).isEmpty();
    }

    @Test
    void it_ends_what_vipps_puts_off_for_as_long() {
        assertThat(saidAt(PUT_OFF, minutes(59))).contains(Refusals.STILL_TRUSTED);
        assertThat(saidAt(PUT_OFF, minutes(60))).isEmpty();
    }

    @Test
    void it_does_not_end_what_was_never_sent_and_goes_on_by_itself() {
        assertThat(saidAt(fresh(capture()), minutes(90))).contains(Refusals.STILL_TRUSTED);
    }

    @Test
    void it_changes_nothing_about_what_is_known() {
        var known = new Operation(
                capture(),
                Samples.KEY,
                OperationStatus.SUCCEEDED,
                1,
                NOON,
                Optional.of(NOON),
                Optional.of(NOON),
                Optional.of(NOON),
                new Creation.Succeeded(),
                java.util.Set.of(),
                Optional.empty());
        assertThat(saidAt(known, minutes(90))).contains(Refusals.KNOWN_ALREADY);
        assertThat(RULES.objection(Optional.of(known), minutes(90), minutes(200)))
                .contains(Refusals.KNOWN_ALREADY);
    }

    @Test
    void it_ends_nothing_that_nobody_knows() {
        assertThat(RULES.objection(Optional.empty(), minutes(90), minutes(91))).contains(Refusals.NO_SUCH_OPERATION);
    }

    @Test
    void read_again_after_a_restore_it_counts_though_the_rows_have_forgotten_the_doubt() {
        var restored = fresh(capture());
        assertThat(RULES.objection(Optional.empty(), minutes(61), minutes(90))).isEmpty();
        assertThat(RULES.objection(Optional.of(restored), minutes(61), minutes(90)))
                .isEmpty();
    }

    @Test
    void read_again_after_a_restore_it_does_not_count_where_nobody_can_have_been_called() {
        assertThat(RULES.objection(Optional.of(fresh(capture())), minutes(59), minutes(90)))
                .contains(Refusals.STILL_TRUSTED);
        assertThat(RULES.forIssuedUntil(minutes(59))).isBefore(NOON);
    }

    @Test
    void a_command_that_may_have_been_given_up_already_is_one_from_more_than_an_hour_ago() {
        assertThat(RULES.mayBeSkippedAlready(NOON, minutes(60))).isFalse();
        assertThat(RULES.mayBeSkippedAlready(NOON, minutes(61))).isTrue();
    }

    private static Optional<Refusal> saidAt(Operation operation, Instant moment) {
        return RULES.objection(Optional.of(operation), moment, moment.plusSeconds(1));
    }

    private static Instant minutes(long afterNoon) {
        return NOON.plus(Duration.ofMinutes(afterNoon));
    }
}
