package dev.kvitt.operations.domain;

import dev.kvitt.events.SaleParked;
import dev.kvitt.events.SaleUnparked;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A sale that waits for a person. */
record Parked(Instant since, String reason) {

    /** What payment-service said last. */
    static Optional<Parked> of(List<Heard> byPlace) {
        var parked = Optional.<Parked>empty();
        for (var each : byPlace) {
            if (each.data() instanceof SaleParked said) {
                parked = Optional.of(new Parked(each.at(), said.refusal().code()));
            } else if (each.data() instanceof SaleUnparked) {
                parked = Optional.empty();
            }
        }
        return parked;
    }
}
