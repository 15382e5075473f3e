package dev.kvitt.local.demo;

import dev.kvitt.events.Event;
import java.time.Instant;

/**
 * An event as it was read from Kafka.
 *
 * @param at when the broker had it
 * @param traceparent which trace it belongs to; empty text where its sender named none
 */
public record Seen(String topic, String key, Instant at, Event<?> event, String traceparent) {}
