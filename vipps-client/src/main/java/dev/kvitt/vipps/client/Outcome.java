package dev.kvitt.vipps.client;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known after a call to Vipps. There are four cases because money needs four: done, certainly not done, not done yet, and not
 * known.
 *
 * @param <T> the answer of the call
 */
public sealed interface Outcome<T> {

    /**
     * Vipps did it and the answer was readable.
     *
     * <p>For the money: judge a capture, cancel or refund by the aggregate in the answer, not by having got an answer.
     */
    record Done<T>(T answer) implements Outcome<T> {
        public Done {
            Objects.requireNonNull(answer, "answer");
        }
    }

    /**
     * Vipps said no for good: this call changed nothing, and repeating it under the same key gets the same answer.
     *
     * <p>For the money: nothing moved through <em>this</em> call. It says nothing about an earlier try whose outcome was unknown: after
     * such a try, errors like "reference exists" or "already captured" can mean that the earlier one succeeded, so read the payment.
     * {@link VippsError#isAboutCredentials()} is the exception to "for good": Vipps judged our keys, not the operation, and the same
     * operation may be repeated under the same key once the keys are right.
     */
    record Refused<T>(VippsError error) implements Outcome<T> {
        public Refused {
            Objects.requireNonNull(error, "error");
        }
    }

    /**
     * Not done now: Vipps is locked or rate limited (423, 429, 6160, 6280), gave no access token, or could not be reached at all.
     *
     * <p>For the money: nothing moved through this call. Repeat it later with the <em>same</em> key and body.
     *
     * @param error why; its {@link VippsError#stage()} tells whether the call itself was sent
     * @param retryAfter how long Vipps asked to wait, if it did
     */
    record Busy<T>(VippsError error, Optional<Duration> retryAfter) implements Outcome<T> {
        public Busy {
            Objects.requireNonNull(error, "error");
            Objects.requireNonNull(retryAfter, "retryAfter");
        }
    }

    /**
     * Nobody knows: no answer in time, a connection lost after sending, a server error, or a success that could not be read.
     *
     * <p>For the money: it may or may not have moved. Never treat it as a failure. Repeat with the same key and body, or look for the key
     * in the payment's event log; until then start nothing new for the same sale. For a call that only reads: nothing was learned.
     *
     * @param why what happened, for logs and operators; free of personal values and secrets
     * @param retryAfter how long Vipps asked to wait, if it did
     * @param status the HTTP status, or {@value VippsError#NO_STATUS} where no whole answer came
     * @param traceId the id Vipps' support asks for
     */
    record Unknown<T>(String why, Optional<Duration> retryAfter, int status, Optional<String> traceId)
            implements Outcome<T> {
        public Unknown {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(retryAfter, "retryAfter");
            Objects.requireNonNull(traceId, "traceId");
        }

        /** Where no whole answer came. */
        public static <T> Unknown<T> withoutAnswer(String why) {
            return new Unknown<>(why, Optional.empty(), VippsError.NO_STATUS, Optional.empty());
        }

        /** What to show at the point of sale. */
        public String cashierSentence() {
            return "It is not yet known whether Vipps did this. Check the payment's status before taking any other payment.";
        }

        /** What to tell the people who run the installation. */
        public String operatorSentence() {
            return "The outcome is unknown (" + why + "): money may or may not have moved. Repeat with the same key and"
                    + " body, or look for the key in the payment's event log, before anything new is started for the sale."
                    + traceId.map(id -> " Trace id for Vipps: " + id + ".").orElse("");
        }
    }
}
