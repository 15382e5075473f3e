package dev.kvitt.operations.domain;

import dev.kvitt.events.PaymentAtRisk;
import java.util.List;

/** Alarms about money. */
final class Risk {

    private static final String PARKED = "parked";

    private Risk() {}

    /** The latest alarm's why. It stands while its payment holds money, and where it is about a parked sale, while that is parked. */
    static String of(List<Heard> byPlace, List<Payment> payments, boolean parked) {
        return byPlace.stream()
                .flatMap(each -> each.as(PaymentAtRisk.class).stream())
                .filter(alarm -> parked || !alarm.why().equals(PARKED))
                .filter(alarm -> payments.stream()
                        .anyMatch(payment ->
                                payment.reference().equals(alarm.reference().value()) && payment.reserved() > 0))
                .reduce((earlier, later) -> later)
                .map(PaymentAtRisk::why)
                .orElse(null);
    }
}
