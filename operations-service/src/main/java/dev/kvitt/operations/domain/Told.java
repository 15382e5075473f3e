package dev.kvitt.operations.domain;

import dev.kvitt.events.PaymentRequested;
import java.util.HashSet;
import java.util.List;

/** Whether points of sale can know of the money that was reserved. */
final class Told {

    private Told() {}

    /** Of each payment that ever held money, something has been said on {@code payment.events} after the customer was asked. */
    static boolean all(List<Heard> heard, List<Payment> payments) {
        var told = new HashSet<String>();
        for (var each : heard) {
            if (each.data() == null || each.data() instanceof PaymentRequested) {
                continue;
            }
            PaymentFolds.named(each.data())
                    .filter(named -> named.reference() != null && named.aggregate() != null)
                    .ifPresent(named -> told.add(named.reference().value()));
        }
        return payments.stream()
                .filter(payment -> payment.authorized() > 0)
                .allMatch(payment -> told.contains(payment.reference()));
    }
}
