package dev.kvitt.vipps.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to a payment, in whatever order and by whatever switch, its money stays true. */
class RandomPaymentsTest {

    private static final int PAYMENTS = 2000;
    private static final int STEPS = 25;
    private static final PaymentState[] FINAL_STATES = {
        PaymentState.AUTHORIZED, PaymentState.ABORTED, PaymentState.EXPIRED, PaymentState.TERMINATED
    };

    // Another run with -Dseed=... repeats this one.
    private static final long SEED = Long.getLong("seed", new SecureRandom().nextLong());

    static Stream<Arguments> switches() {
        Stream<Arguments> single = Switch.all().stream()
                .flatMap(one -> Stream.concat(Stream.of(one.byDefault()), one.others().stream())
                        .map(value -> Arguments.of(
                                one + "=" + value, RulesSwitches.defaults().with(one.key(), value))));
        RulesSwitches others = RulesSwitches.defaults();
        for (Switch one : Switch.all()) {
            others = others.with(one.key(), one.others().getFirst());
        }
        return Stream.concat(Stream.of(Arguments.of("all the other way", others)), single);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("switches")
    void money_is_never_made_nor_lost(String name, RulesSwitches switches) {
        System.out.println("RandomPaymentsTest " + name + ": -Dseed=" + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < PAYMENTS; i++) {
            RandomPayment payment = new RandomPayment(random, switches);
            assertMoneyIsTrue(payment, switches, i);
            for (int step = 0; step < STEPS; step++) {
                payment.doSomething();
                assertMoneyIsTrue(payment, switches, i);
            }
        }
    }

    @Test
    void the_random_payments_meet_every_event_and_every_way_to_end() {
        System.out.println("RandomPaymentsTest, all events: -Dseed=" + SEED);
        Random random = new Random(SEED);
        Set<EventName> events = EnumSet.noneOf(EventName.class);
        Set<PaymentState> states = EnumSet.noneOf(PaymentState.class);
        Set<ErrorCode> codes = EnumSet.noneOf(ErrorCode.class);
        for (int i = 0; i < PAYMENTS; i++) {
            RandomPayment payment = new RandomPayment(random, RulesSwitches.defaults());
            for (int step = 0; step < STEPS; step++) {
                payment.doSomething();
            }
            events.addAll(payment.events());
            states.add(payment.payment().state());
            codes.addAll(payment.refusals());
        }

        assertThat(events).as("seed %d", SEED).containsExactlyInAnyOrder(EventName.values());
        assertThat(states).as("seed %d", SEED).contains(FINAL_STATES);
        assertThat(codes)
                .as("seed %d", SEED)
                .contains(
                        ErrorCode.CAPTURE_TOO_HIGH,
                        ErrorCode.ALREADY_CAPTURED,
                        ErrorCode.NOT_ENOUGH_REFUNDABLE,
                        ErrorCode.CAPTURE_OF_CANCELLED,
                        ErrorCode.CANCEL_WHILE_PROCESSING,
                        ErrorCode.FUNDS_UNAVAILABLE,
                        ErrorCode.CAPTURE_FAILED,
                        ErrorCode.CAPTURE_PERIOD_EXPIRED);
    }

    private static void assertMoneyIsTrue(RandomPayment done, RulesSwitches switches, int number) {
        Payment payment = done.payment();
        Aggregate sums = payment.aggregate();
        Money none = Money.zero(payment.amount().currency());
        Aggregate zeros = Aggregate.empty(payment.amount().currency());
        Aggregate allCancelled = new Aggregate(none, payment.amount(), none, none);
        boolean fits =
                switch (payment.state()) {
                    case CREATED -> sums.equals(zeros);
                    case AUTHORIZED ->
                        sums.authorized().equals(payment.amount())
                                && !sums.captured().plus(sums.cancelled()).isMoreThan(sums.authorized())
                                && !sums.refunded().isMoreThan(sums.captured());
                    case TERMINATED -> sums.equals(allCancelled);
                    case ABORTED, EXPIRED ->
                        sums.equals(switches.lifecycle().unpaidEndsAsCancelled() ? allCancelled : zeros);
                };
        assertThat(fits && sums.equals(done.told()))
                .as("seed %d, payment %d: %s, told %s, by %s", SEED, number, payment, done.told(), done.log())
                .isTrue();
    }
}
