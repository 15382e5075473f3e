package dev.kvitt.payment.domain;

import java.time.Instant;

/**
 * What the world has been told, so that it is told once.
 *
 * @param selectUntil with "authorized": until when the machine may sell; absent until told
 * @param done the last word has been said
 */
public record Told(boolean requested, Instant selectUntil, boolean captured, boolean failed, boolean done) {

    static final Told NOTHING = new Told(false, null, false, false, false);

    boolean authorized() {
        return selectUntil != null;
    }

    Told requestedNow() {
        return new Told(true, selectUntil, captured, failed, done);
    }

    Told authorizedUntil(Instant value) {
        return new Told(true, value, captured, failed, done);
    }

    Told capturedNow() {
        return new Told(requested, selectUntil, true, failed, done);
    }

    Told failedNow() {
        return new Told(requested, selectUntil, captured, true, done);
    }

    Told doneNow() {
        return new Told(requested, selectUntil, captured, failed, true);
    }
}
