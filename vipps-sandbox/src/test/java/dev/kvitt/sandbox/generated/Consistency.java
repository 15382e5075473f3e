package dev.kvitt.sandbox.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.vipps.rules.Aggregate;
import dev.kvitt.vipps.rules.Currency;
import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.PaymentState;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Whether a payment as the control API tells it can have come about by the rules: its sums are those of its events. */
final class Consistency {

    private Consistency() {}

    static void check(JsonNode payment) {
        String about = payment.toString();
        long amount = payment.at("/amount/value").asLong();
        long authorized = sum(payment, "AUTHORIZED");
        long captured = sum(payment, "CAPTURED");
        long refunded = sum(payment, "REFUNDED");
        long cancelled = sum(payment, "CANCELLED") + sum(payment, "TERMINATED");
        assertThat(shown(payment, "authorizedAmount")).as(about).isEqualTo(authorized);
        assertThat(shown(payment, "capturedAmount")).as(about).isEqualTo(captured);
        assertThat(shown(payment, "refundedAmount")).as(about).isEqualTo(refunded);
        assertThat(shown(payment, "cancelledAmount")).as(about).isEqualTo(cancelled);
        // Refuses money out of nothing by itself.
        assertThat(new Aggregate(nok(authorized), nok(cancelled), nok(captured), nok(refunded)))
                .isNotNull();
        PaymentState state = PaymentState.valueOf(payment.path("state").asText());
        assertThat(authorized).as(about).isEqualTo(state == PaymentState.AUTHORIZED ? amount : 0);
        checkEnd(payment, state, cancelled, amount);
        assertThat(names(payment).getFirst()).as(about).isEqualTo("CREATED");
    }

    private static void checkEnd(JsonNode payment, PaymentState state, long cancelled, long amount) {
        List<String> ends = names(payment).stream()
                .filter(Set.of("ABORTED", "EXPIRED", "TERMINATED")::contains)
                .toList();
        switch (state) {
            case CREATED, AUTHORIZED -> assertThat(ends).as(payment.toString()).isEmpty();
            case TERMINATED -> assertThat(cancelled).as(payment.toString()).isEqualTo(amount);
            case ABORTED, EXPIRED -> assertThat(ends).as(payment.toString()).containsExactly(state.name());
        }
    }

    private static List<String> names(JsonNode payment) {
        return StreamSupport.stream(payment.path("events").spliterator(), false)
                .map(event -> event.path("name").asText())
                .toList();
    }

    private static long sum(JsonNode payment, String name) {
        return StreamSupport.stream(payment.path("events").spliterator(), false)
                .filter(event -> event.path("name").asText().equals(name)
                        && event.path("success").asBoolean())
                .mapToLong(event -> event.at("/amount/value").asLong())
                .sum();
    }

    private static long shown(JsonNode payment, String sum) {
        return payment.at("/aggregate/" + sum + "/value").asLong(-1);
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
