package dev.kvitt.messaging.task;

import java.time.Instant;
import java.util.Optional;

/**
 * Work to be done outside a transaction, such as a call to another system.
 *
 * @param body JSON, as the handler wrote it
 * @param tries how often it has been taken up, this time included; stored before the work begins
 * @param firstTried when it was taken up for the first time
 * @param traceparent of what it comes of, or its entity's; empty where that has none
 */
public record Task(
        long id, String key, String kind, String body, int tries, Instant firstTried, Optional<String> traceparent) {}
