package dev.kvitt.payment.domain;

import java.time.Instant;

/**
 * What the world has been told, so that it is told once.
 *
 * @param selectUntil with "authorized": until when the machine may sell; absent until told
 * @param settled that it is paid and nothing is left reserved
 * @param done the last word has been said
 */
public record Told(
        boolean requested, Instant selectUntil, boolean captured, boolean failed, boolean settled, boolean done) {

    static final Told NOTHING = new Told(false, null, false, false, false, false);

    boolean authorized() {
        return selectUntil != null;
    }

    Told requestedNow() {
        return new Told(true, selectUntil, captured, failed, settled, done);
    }

    Told authorizedUntil(Instant value) {
        return new Told(true, value, captured, failed, settled, done);
    }

    Told capturedNow() {
        return new Told(requested, selectUntil, true, failed, settled, done);
    }

    Told failedNow() {
        return new Told(requested, selectUntil, captured, true, settled, done);
    }

    Told doneNow() {
        return new Told(requested, selectUntil, captured, failed, settled, true);
    }

    Told settledNow() {
        return new Told(requested, selectUntil, captured, failed, true, true);
    }
}
