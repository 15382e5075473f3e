package dev.kvitt.operations.domain;

import dev.kvitt.events.Money;
import java.time.Instant;

/**
 * One line of a sale's history.
 *
 * @param type as its header says; absent where it has none that can be shown
 * @param title a few words
 * @param text one or two sentences
 * @param source absent where it is not known
 * @param traceId absent where it has none
 * @param amount what it is about; absent where it is about none
 * @param id of the message: {@code topic:eventId}
 */
public record TimelineEntry(
        Instant at,
        String topic,
        String type,
        String title,
        String text,
        String source,
        String traceId,
        Money amount,
        Level level,
        String id) {

    /** How it is to be seen. */
    public enum Level {
        INFO,
        /** Money came, or is safe. */
        GOOD,
        /** Something did not go as it was wished. */
        WARN,
        /** Somebody has to look. */
        BAD
    }
}
