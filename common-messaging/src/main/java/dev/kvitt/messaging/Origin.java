package dev.kvitt.messaging;

import java.time.Instant;

/**
 * Where a message was read.
 *
 * @param topic the topic itself, which may be one of several that carry the same events
 * @param writtenAt as Kafka has stamped it: the same whenever it is read again
 */
public record Origin(String topic, Instant writtenAt) {}
