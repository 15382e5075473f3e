package dev.kvitt.capture.fake;

import java.time.Duration;

/** What goes wrong with one request. */
public sealed interface Fault {

    /** The connection breaks before Vipps has done anything. */
    record LostBeforeWork() implements Fault {}

    /** Vipps does it, and the connection breaks before the answer is out. */
    record LostAfterWork() implements Fault {}

    /** 500, nothing done. */
    record ErrorBeforeWork() implements Fault {}

    /** 500, but done. */
    record ErrorAfterWork() implements Fault {}

    /** 429, nothing done. */
    record TooMany(Duration retryAfter) implements Fault {}

    /** A problem with this code, nothing done. */
    record Problem(int status, int code) implements Fault {}
}
