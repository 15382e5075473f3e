package dev.kvitt.capture.domain;

import static dev.kvitt.capture.domain.Samples.KEY;
import static dev.kvitt.capture.domain.Samples.RULES;
import static dev.kvitt.capture.domain.Samples.capture;
import static dev.kvitt.capture.domain.Samples.captured;
import static dev.kvitt.capture.domain.Samples.found;
import static dev.kvitt.capture.domain.Samples.fresh;
import static dev.kvitt.capture.domain.Samples.read;
import static dev.kvitt.capture.domain.Samples.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentState;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A capture that Vipps puts off each time: it may remember under the key that it failed (6280). */
class PutOffTest {

    private static final Answer LATER = new Answer.Busy(Optional.of(Duration.ofSeconds(7)));
    private static final Reading.Found RESERVED = found(view(PaymentState.AUTHORIZED, 5000, 0, 0));
    private static final Reading.Found RELEASED = found(view(PaymentState.AUTHORIZED, 5000, 0, 5000));

    @Test
    void is_tried_again_with_its_key_for_an_hour_and_nobody_is_called() {
        var soon = putOffFor(Duration.ofMinutes(59));
        assertThat(RULES.next(soon)).isEqualTo(new Step.Wait(soon.now().plusSeconds(7), Optional.empty(), false));
    }

    @Test
    void is_looked_at_after_an_hour_and_a_person_is_called_while_it_goes_on_with_the_same_key() {
        var late = putOffFor(Duration.ofMinutes(61));
        assertThat(RULES.next(late)).isEqualTo(new Step.Ask());
        var called = new Step.Wait(late.now().plus(Waits.LONGEST), Optional.empty(), true);
        assertThat(RULES.next(read(late, RESERVED))).isEqualTo(called);
        assertThat(RULES.next(read(late, new Reading.Unreadable()))).isEqualTo(called);
        assertThat(RULES.next(Situation.atStart(late.operation(), late.now().plus(Waits.LONGEST), 20)))
                .isEqualTo(new Step.Send());
    }

    @Test
    void has_succeeded_when_the_log_shows_that_it_was_done_after_all() {
        var done = found(view(PaymentState.AUTHORIZED, 5000, 3000, 0), captured(Optional.of(KEY.toString()), 3000));
        assertThat(RULES.next(read(putOffFor(Duration.ofMinutes(61)), done)))
                .isEqualTo(new Step.Succeed(Optional.of(done.view())));
    }

    @Test
    void is_given_up_when_nothing_is_left_to_capture() {
        assertThat(RULES.next(read(putOffFor(Duration.ofMinutes(61)), RELEASED)))
                .isEqualTo(new Step.Reject(Refusals.NOTHING_LEFT_TO_CAPTURE, Optional.of(RELEASED.view())));
    }

    /** First sent at noon, put off again so much later. */
    private static Situation putOffFor(Duration time) {
        var first = fresh(capture()).sent(Optional.empty(), Samples.NOON);
        var now = Samples.NOON.plus(time);
        return Situation.atStart(first, now, 20).answered(first.sent(Optional.empty(), now), LATER, now);
    }
}
