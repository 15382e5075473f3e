package dev.kvitt.checkin.domain;

import java.util.Optional;

/** What a scan leads to. */
public sealed interface Decision {

    /**
     * A sale.
     *
     * @param takenFrom the sale that held the code for too long, where one did
     */
    record Open(Optional<OpenSession> takenFrom) implements Decision {}

    /**
     * The code is another sale's for now, or an earlier scan's.
     *
     * @param behind the sale that holds the code, where that is known
     */
    record Wait(Optional<OpenSession> behind) implements Decision {}

    /** Nothing: who scanned then no longer stands there. */
    record TooOld() implements Decision {}
}
