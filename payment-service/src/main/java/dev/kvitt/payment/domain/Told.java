package dev.kvitt.payment.domain;

import java.time.Instant;

/**
 * What the world has been told about one attempt, so that it is told once.
 *
 * @param waiting the code of the latest "waiting"; absent until told
 * @param selectUntil with "authorized": until when the point of sale may sell; absent until told
 * @param settled that it is paid and nothing is left reserved
 * @param atRisk the code of the latest alarm; absent until raised
 * @param done the last word has been said
 */
public record Told(
        String waiting,
        boolean requested,
        Instant selectUntil,
        boolean captured,
        boolean failed,
        boolean settled,
        String atRisk,
        boolean done) {

    static final Told NOTHING = new Told(null, false, null, false, false, false, null, false);

    boolean authorized() {
        return selectUntil != null;
    }

    Told waitingFor(String code) {
        return new Told(code, requested, selectUntil, captured, failed, settled, atRisk, done);
    }

    Told requestedNow() {
        return new Told(waiting, true, selectUntil, captured, failed, settled, atRisk, done);
    }

    Told requestedNotYet() {
        return new Told(waiting, false, selectUntil, captured, failed, settled, atRisk, done);
    }

    Told authorizedUntil(Instant value) {
        return new Told(waiting, true, value, captured, failed, settled, atRisk, done);
    }

    Told capturedNow() {
        return new Told(waiting, requested, selectUntil, true, failed, settled, atRisk, done);
    }

    Told failedNow() {
        return new Told(waiting, requested, selectUntil, captured, true, settled, atRisk, done);
    }

    Told settledNow() {
        return new Told(waiting, requested, selectUntil, captured, failed, true, atRisk, true);
    }

    Told atRiskFor(String code) {
        return new Told(waiting, requested, selectUntil, captured, failed, settled, code, done);
    }

    Told goingOn() {
        return new Told(waiting, requested, selectUntil, captured, failed, settled, atRisk, false);
    }

    Told doneNow() {
        return new Told(waiting, requested, selectUntil, captured, failed, settled, atRisk, true);
    }
}
