package dev.kvitt.vipps.client;

/**
 * A circuit breaker as it stands, for metrics.
 *
 * @param owner the sales unit's number, or {@value #ACCOUNTING}
 * @param api the first part of the API's path, for example {@code epayment} or {@code accesstoken}
 * @param kind what it holds back
 * @param state whether it does
 * @param failurePercent failed calls in a hundred of the last ones; {@value #NOT_JUDGED} where too few are known
 */
public record Circuit(String owner, String api, Kind kind, State state, float failurePercent) {
    /** The {@code owner} of circuits under accounting keys. */
    public static final String ACCOUNTING = "accounting";
    /** The {@code failurePercent} of a circuit that has seen too few calls. */
    public static final float NOT_JUDGED = -1;

    /** What a circuit breaker holds back. */
    public enum Kind {
        /** Access tokens. */
        TOKEN,
        /** Calls that only read. */
        READ,
        /** Calls that may change something. */
        WRITE
    }

    /** What a circuit breaker does. */
    public enum State {
        /** Calls go through. */
        CLOSED,
        /** No call goes through. */
        OPEN,
        /** A few calls go through, to see whether Vipps is back. */
        HALF_OPEN
    }
}
