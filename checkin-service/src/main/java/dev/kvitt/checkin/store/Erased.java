package dev.kvitt.checkin.store;

import java.time.Instant;

/** A customer whose number is gone. */
public record Erased(String customerId, Instant at) {

    /** What for. */
    enum Why {
        /** The merchant wanted it, most likely because the customer did. */
        ASKED,
        /** Not used for as long as numbers are kept. */
        UNUSED
    }
}
