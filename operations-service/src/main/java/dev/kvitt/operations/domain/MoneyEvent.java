package dev.kvitt.operations.domain;

import dev.kvitt.events.Currency;
import java.time.Instant;
import java.util.Comparator;

/** Money that moved at Vipps, as a webhook told it: AUTHORIZED, CAPTURED, CANCELLED or REFUNDED. */
public record MoneyEvent(
        String msn, String reference, String pspReference, Kind kind, long amount, Currency currency, Instant at) {

    /** Which of a payment's sums it adds to. */
    public enum Kind {
        AUTHORIZED,
        CAPTURED,
        CANCELLED,
        REFUNDED
    }

    static final Comparator<MoneyEvent> ORDER = Comparator.comparing(MoneyEvent::at)
            .thenComparing(MoneyEvent::kind)
            .thenComparing(MoneyEvent::pspReference);
}
