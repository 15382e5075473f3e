package dev.kvitt.capture.domain;

import static dev.kvitt.capture.domain.Samples.KEY;
import static dev.kvitt.capture.domain.Samples.NOON;
import static dev.kvitt.capture.domain.Samples.RULES;
import static dev.kvitt.capture.domain.Samples.cancel;
import static dev.kvitt.capture.domain.Samples.capture;
import static dev.kvitt.capture.domain.Samples.captured;
import static dev.kvitt.capture.domain.Samples.createPayment;
import static dev.kvitt.capture.domain.Samples.found;
import static dev.kvitt.capture.domain.Samples.others;
import static dev.kvitt.capture.domain.Samples.read;
import static dev.kvitt.capture.domain.Samples.refund;
import static dev.kvitt.capture.domain.Samples.refunded;
import static dev.kvitt.capture.domain.Samples.skipped;
import static dev.kvitt.capture.domain.Samples.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentState;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An operation that was in doubt for more than an hour, and that a person has given up. Last sent at noon. */
class GivenUpTest {

    private static final Duration LATER = Duration.ofMinutes(70);
    private static final Reading.Found RESERVED = found(view(PaymentState.AUTHORIZED, 5000, 0, 0));

    static Stream<PaymentCommand> all() {
        return Stream.of(createPayment(), capture(), cancel(), refund());
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_looked_at_and_never_sent(PaymentCommand command) {
        for (var time : new Duration[] {Duration.ofMinutes(1), LATER, Duration.ofDays(9)}) {
            assertThat(RULES.next(skippedFor(command, time))).isEqualTo(new Step.Ask());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void goes_on_being_looked_at_while_vipps_cannot_be_read(PaymentCommand command) {
        var now = skippedFor(command, LATER);
        assertThat(RULES.next(read(now, new Reading.Unreadable())))
                .isEqualTo(new Step.Wait(now.now().plus(Waits.LONGEST), Optional.empty(), true));
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_not_done_when_vipps_knows_no_such_payment_and_nothing_can_arrive_any_more(PaymentCommand command) {
        var soon = skippedFor(command, Duration.ofMinutes(18));
        assertThat(RULES.next(read(soon, new Reading.NotThere())))
                .isEqualTo(new Step.Wait(NOON.plus(Limits.DEFAULT.arrival()).plusMillis(1), Optional.empty(), false));
        assertThat(RULES.next(read(skippedFor(command, LATER), new Reading.NotThere())))
                .isEqualTo(new Step.Reject(Refusals.GIVEN_UP, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("all")
    void is_nobodys_business_on_the_payment_of_another(PaymentCommand command) {
        var forgotten = new Operation(
                command,
                KEY,
                OperationStatus.UNKNOWN,
                1,
                NOON,
                Optional.of(NOON),
                Optional.of(NOON),
                Optional.of(NOON),
                new Creation.Forgotten(),
                java.util.Set.of(),
                Optional.of(NOON));
        assertThat(RULES.next(read(Samples.at(forgotten, LATER), others(RESERVED.view()))))
                .isEqualTo(new Step.Reject(Refusals.REFERENCE_TAKEN, Optional.empty()));
    }

    @Test
    void capture_that_the_log_does_not_show_is_not_done() {
        assertThat(RULES.next(read(skippedFor(capture(), LATER), RESERVED)))
                .isEqualTo(new Step.Reject(Refusals.GIVEN_UP, Optional.of(RESERVED.view())));
    }

    @Test
    void capture_that_the_log_shows_has_succeeded_whatever_the_person_said() {
        var done = found(view(PaymentState.AUTHORIZED, 5000, 3000, 0), captured(Optional.of(KEY.toString()), 3000));
        assertThat(RULES.next(read(skippedFor(capture(), LATER), done)))
                .isEqualTo(new Step.Succeed(Optional.of(done.view())));
    }

    @Test
    void capture_or_refund_waits_for_a_log_that_accounts_for_less_than_the_sums() {
        var captured = found(view(PaymentState.AUTHORIZED, 5000, 3000, 0));
        var sums = new Aggregate(Samples.nok(5000), Samples.nok(3000), Samples.nok(0), Samples.nok(2000));
        var refunded = found(view(PaymentState.AUTHORIZED, sums), refunded(Optional.of("another"), 1000));
        assertThat(RULES.next(read(skippedFor(capture(), LATER), captured))).isInstanceOf(Step.Wait.class);
        assertThat(RULES.next(read(skippedFor(refund(), LATER), refunded))).isInstanceOf(Step.Wait.class);
    }

    @Test
    void refund_that_the_log_does_not_show_is_not_done() {
        var sums = new Aggregate(Samples.nok(5000), Samples.nok(3000), Samples.nok(0), Samples.nok(1000));
        var another = found(view(PaymentState.AUTHORIZED, sums), refunded(Optional.of("another"), 1000));
        assertThat(RULES.next(read(skippedFor(refund(), LATER), another)))
                .isEqualTo(new Step.Reject(Refusals.GIVEN_UP, Optional.of(another.view())));
    }

    @Test
    void cancel_with_money_still_reserved_is_told_as_not_done() {
        assertThat(RULES.next(read(skippedFor(cancel(), LATER), RESERVED)))
                .isEqualTo(new Step.Reject(Refusals.GIVEN_UP, Optional.of(RESERVED.view())));
    }

    @Test
    void create_that_turned_up_has_succeeded() {
        assertThat(RULES.next(read(skippedFor(createPayment(), LATER), RESERVED)))
                .isInstanceOf(Step.Succeed.class);
    }

    @Test
    void of_which_the_rows_have_forgotten_the_tries_waits_as_if_it_had_been_sent_just_before_it_was_given_up() {
        var forgotten = skipped(Samples.fresh(capture()), NOON);
        var soon = Samples.at(forgotten, Duration.ofMinutes(19));
        assertThat(RULES.next(read(soon, RESERVED))).isInstanceOf(Step.Wait.class);
        assertThat(RULES.next(read(Samples.at(forgotten, Duration.ofMinutes(21)), RESERVED)))
                .isInstanceOf(Step.Reject.class);
    }

    private static Situation skippedFor(PaymentCommand command, Duration afterNoon) {
        return Samples.at(skipped(Samples.inDoubt(command), NOON.plusSeconds(1)), afterNoon);
    }
}
