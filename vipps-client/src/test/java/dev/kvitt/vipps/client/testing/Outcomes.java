package dev.kvitt.vipps.client.testing;

import dev.kvitt.vipps.client.Outcome;

/** Takes an outcome for the case a test expects, and fails with the outcome's text where it is another. */
public final class Outcomes {
    private Outcomes() {}

    public static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T>(T answer)) {
            return answer;
        }
        throw new AssertionError("expected Done, got " + outcome);
    }

    public static <T> Outcome.Busy<T> busy(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Busy<T> busy) {
            return busy;
        }
        throw new AssertionError("expected Busy, got " + outcome);
    }

    public static <T> Outcome.Unknown<T> unknown(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Unknown<T> unknown) {
            return unknown;
        }
        throw new AssertionError("expected Unknown, got " + outcome);
    }
}
