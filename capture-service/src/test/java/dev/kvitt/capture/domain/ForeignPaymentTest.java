package dev.kvitt.capture.domain;

import static dev.kvitt.capture.domain.Samples.RULES;
import static dev.kvitt.capture.domain.Samples.SALE;
import static dev.kvitt.capture.domain.Samples.at;
import static dev.kvitt.capture.domain.Samples.cancel;
import static dev.kvitt.capture.domain.Samples.capture;
import static dev.kvitt.capture.domain.Samples.createPayment;
import static dev.kvitt.capture.domain.Samples.found;
import static dev.kvitt.capture.domain.Samples.fresh;
import static dev.kvitt.capture.domain.Samples.nok;
import static dev.kvitt.capture.domain.Samples.others;
import static dev.kvitt.capture.domain.Samples.read;
import static dev.kvitt.capture.domain.Samples.view;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is written to a payment that is not known to be ours. */
class ForeignPaymentTest {

    private static final PaymentView RESERVED = view(PaymentState.AUTHORIZED, 5000, 0, 0);
    private static final PaymentView RELEASED = view(PaymentState.AUTHORIZED, 5000, 0, 5000);
    private static final Creation ASKED = new Creation.Asked(createPayment());
    private static final Creation FORGOTTEN = new Creation.Forgotten();

    static Stream<PaymentCommand> modifications() {
        return Stream.of(capture(), cancel());
    }

    @ParameterizedTest
    @MethodSource("modifications")
    void a_payment_whose_creation_succeeded_is_written_to_without_looking(PaymentCommand command) {
        assertThat(RULES.next(at(fresh(command, new Creation.Succeeded())))).isEqualTo(new Step.Send());
    }

    @ParameterizedTest
    @MethodSource("modifications")
    void a_payment_whose_creation_did_not_succeed_needs_our_whole_mark(PaymentCommand command) {
        var before = at(fresh(command, ASKED));
        assertThat(RULES.next(before)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(before, found(RESERVED)))).isEqualTo(new Step.Send());
        assertThat(RULES.next(read(before, others(RESERVED)))).isEqualTo(rejected(Refusals.REFERENCE_TAKEN));
        var otherAmount = new PaymentView(PaymentState.AUTHORIZED, nok(4999), RESERVED.aggregate(), "psp-1", null);
        assertThat(RULES.next(read(before, found(otherAmount)))).isEqualTo(rejected(Refusals.REFERENCE_TAKEN));
        assertThat(RULES.next(read(before, marked("test", SALE.value()))))
                .isEqualTo(rejected(Refusals.REFERENCE_TAKEN));
    }

    @ParameterizedTest
    @MethodSource("modifications")
    void a_payment_whose_creation_is_forgotten_needs_our_installation_and_sale(PaymentCommand command) {
        var before = at(fresh(command, FORGOTTEN));
        assertThat(RULES.next(before)).isEqualTo(new Step.Ask());
        assertThat(RULES.next(read(before, marked("test", SALE.value())))).isEqualTo(new Step.Send());
        for (var foreign : List.of(marked("other", SALE.value()), marked("test", "other-sale"), others(RESERVED))) {
            assertThat(RULES.next(read(before, foreign))).isEqualTo(rejected(Refusals.REFERENCE_TAKEN));
        }
    }

    @ParameterizedTest
    @MethodSource("modifications")
    void a_payment_that_is_not_proved_ours_is_not_written_to_unseen(PaymentCommand command) {
        for (var creation : List.of(ASKED, FORGOTTEN)) {
            var before = at(fresh(command, creation));
            assertThat(RULES.next(read(before, new Reading.NotThere()))).isEqualTo(rejected(Refusals.NO_SUCH_PAYMENT));
            assertThat(RULES.next(read(before, new Reading.Unreadable()))).isInstanceOf(Step.Wait.class);
        }
    }

    @ParameterizedTest
    @MethodSource("modifications")
    void what_was_done_to_anothers_payment_is_not_taken_for_ours(PaymentCommand command) {
        assertThat(RULES.next(read(at(fresh(command, ASKED)), others(RELEASED))))
                .isEqualTo(rejected(Refusals.REFERENCE_TAKEN));
    }

    private static Reading.Found marked(String installation, String sale) {
        return new Reading.Found(
                RESERVED, Map.of("kvittInstallation", installation, "kvittSale", sale), List.of(), Optional.empty());
    }

    private static Step rejected(Refusal why) {
        return new Step.Reject(why, Optional.empty());
    }
}
