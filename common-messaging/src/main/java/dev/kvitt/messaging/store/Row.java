package dev.kvitt.messaging.store;

import java.time.Instant;

/** Rows that a transaction writes besides its entities. */
sealed interface Row {

    record Outgoing(String topic, String key, String headers, byte[] value) implements Row {}

    record Timer(String key, String name, Instant due, boolean afterLog) implements Row {}

    record TimerGone(String key, String name) implements Row {}

    record Hurry(String key, String kind, Instant now) implements Row {}

    /** @param traceparent of what it comes of; may be absent */
    record Task(String key, String kind, String body, Instant notBefore, String traceparent) implements Row {}
}
