package dev.kvitt.vipps.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every situation of a payment against everything that can be tried on it. */
class StateAndOperationTableTest {

    private static final Map<String, Payment> SITUATIONS = situations();
    private static final Map<String, Function<Payment, Transition>> OPERATIONS = operations();

    // One row a situation, one column an operation: the event it causes, the code it is refused with, or "late".
    private static final String TABLE =
            """
            situation       approve    reject  expire  capture5000 capture3000 cancel     cancelOnly refund3000 releaseNow
            created         AUTHORIZED ABORTED EXPIRED 6080        6080        TERMINATED TERMINATED 6020       late
            authorized      late       late    late    CAPTURED    CAPTURED    CANCELLED  6060       6150       late
            captured        late       late    late    6170        6170        6040       6060       REFUNDED   late
            partlyCaptured  late       late    late    6090        6090        CANCELLED  6060       REFUNDED   late
            restCancelled   late       late    late    6070        6070        6050       6060       REFUNDED   late
            cancelled       late       late    late    6070        6070        6050       6060       6150       late
            refunded        late       late    late    6170        6170        6040       6060       6180       late
            aborted         late       late    late    6200        6200        6050       6050       6210       late
            expired         late       late    late    6200        6200        6050       6050       6210       late
            terminated      late       late    late    6070        6070        6050       6050       6210       late
            """;

    static Stream<Arguments> cells() {
        String[][] rows = TABLE.lines().map(line -> line.trim().split(" +")).toArray(String[][]::new);
        return Stream.of(rows).skip(1).flatMap(row -> Stream.iterate(1, column -> column + 1)
                .limit(row.length - 1L)
                .map(column -> Arguments.of(row[0], rows[0][column], row[column])));
    }

    @ParameterizedTest(name = "{0}, {1} -> {2}")
    @MethodSource("cells")
    void eachOperationInEachSituationDoesWhatTheTableSays(String situation, String operation, String outcome) {
        Payment before = SITUATIONS.get(situation);
        Transition transition = OPERATIONS.get(operation).apply(before);

        assertThat(outcomeOf(transition)).isEqualTo(outcome);
        if (transition instanceof Transition.Done(Payment after, PaymentEvent event)) {
            assertThat(event.reference()).isEqualTo(before.reference());
            assertThat(event.pspReference()).isNotEqualTo(before.pspReference());
            assertThat(after.pspReference()).isEqualTo(before.pspReference());
            assertThat(before.state() == PaymentState.CREATED || after.state() == before.state())
                    .as("a final state never changes")
                    .isTrue();
        }
    }

    private static String outcomeOf(Transition transition) {
        return switch (transition) {
            case Transition.Done done -> done.event().name().name();
            case Transition.Failed failed -> "failed";
            case Transition.Quiet quiet -> "quiet";
            case Transition.Refused(Refusal.Coded coded) ->
                String.valueOf(coded.code().number());
            case Transition.Refused(Refusal.TooLate tooLate) -> "late";
            case Transition.Refused(Refusal.Malformed malformed) -> "malformed";
        };
    }

    private static Map<String, Payment> situations() {
        Map<String, Payment> all = new LinkedHashMap<>();
        all.put("created", Payments.created());
        all.put("authorized", Payments.authorized());
        all.put("captured", Payments.captured(5000));
        all.put("partlyCaptured", Payments.captured(3000));
        all.put("restCancelled", Payments.partlyCapturedRestCancelled());
        all.put("cancelled", Payments.cancelled());
        all.put("refunded", Payments.refunded());
        all.put("aborted", Payments.aborted());
        all.put("expired", Payments.expired());
        all.put("terminated", Payments.terminated());
        return all;
    }

    private static Map<String, Function<Payment, Transition>> operations() {
        EventStamp stamp = Payments.stamp(Duration.ofMinutes(2));
        RulesSwitches switches = Payments.SWITCHES;
        Map<String, Function<Payment, Transition>> all = new LinkedHashMap<>();
        all.put("approve", payment -> payment.approve(stamp));
        all.put("reject", payment -> payment.reject(stamp, switches));
        all.put("expire", payment -> payment.expire(stamp, switches));
        all.put("capture5000", payment -> payment.capture(Payments.nok(5000), stamp));
        all.put("capture3000", payment -> payment.capture(Payments.nok(3000), stamp));
        all.put("cancel", payment -> payment.cancel(false, stamp, switches));
        all.put("cancelOnly", payment -> payment.cancel(true, stamp, switches));
        all.put("refund3000", payment -> payment.refund(Payments.nok(3000), stamp, switches));
        all.put("releaseNow", payment -> payment.releaseAtDeadline(stamp, switches));
        return all;
    }
}
