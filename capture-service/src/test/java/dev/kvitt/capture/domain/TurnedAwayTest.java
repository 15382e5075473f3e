package dev.kvitt.capture.domain;

import static dev.kvitt.capture.domain.Samples.KEY;
import static dev.kvitt.capture.domain.Samples.RULES;
import static dev.kvitt.capture.domain.Samples.answered;
import static dev.kvitt.capture.domain.Samples.at;
import static dev.kvitt.capture.domain.Samples.cancel;
import static dev.kvitt.capture.domain.Samples.capture;
import static dev.kvitt.capture.domain.Samples.captured;
import static dev.kvitt.capture.domain.Samples.found;
import static dev.kvitt.capture.domain.Samples.fresh;
import static dev.kvitt.capture.domain.Samples.inDoubt;
import static dev.kvitt.capture.domain.Samples.read;
import static dev.kvitt.capture.domain.Samples.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A capture or cancel that Vipps' gateway refused, so that its API never judged it. */
class TurnedAwayTest {

    private static final Answer BY_GATEWAY =
            new Answer.Refused(new Refusal("vipps-http-403", "Try again later.", false), false, false);
    private static final Reading.Found RESERVED = found(view(PaymentState.AUTHORIZED, 5000, 0, 0));

    static Stream<PaymentCommand> modifications() {
        return Stream.of(capture(), cancel());
    }

    @ParameterizedTest
    @MethodSource("modifications")
    void is_never_a_no_and_waits_without_doubt(PaymentCommand command) {
        var refused = answered(fresh(command), BY_GATEWAY);
        assertThat(RULES.next(refused)).isEqualTo(new Step.Ask());
        for (var reading : new Reading[] {RESERVED, new Reading.NotThere(), new Reading.Unreadable()}) {
            assertThat(RULES.next(read(refused, reading)))
                    .isEqualTo(new Step.Wait(refused.now().plusSeconds(2), Optional.empty(), false));
        }
        assertThat(refused.inDoubt()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("modifications")
    void is_sent_again_however_long_the_gateway_was_shut(PaymentCommand command) {
        assertThat(RULES.next(at(fresh(command), Duration.ofHours(3)))).isEqualTo(new Step.Send());
    }

    @Test
    void succeeds_where_the_payment_shows_that_it_was_done_before() {
        var done = found(view(PaymentState.AUTHORIZED, 5000, 3000, 0), captured(Optional.of(KEY.toString()), 3000));
        assertThat(RULES.next(read(answered(inDoubt(capture()), BY_GATEWAY), done)))
                .isEqualTo(new Step.Succeed(Optional.of(done.view())));
    }
}
