package dev.kvitt.messaging;

import java.time.Instant;
import java.util.Map;

/**
 * Where a message was read.
 *
 * @param topic the topic itself, which may be one of several that carry the same events
 * @param writtenAt as Kafka has stamped it: the same whenever it is read again
 * @param headers the last of each name; worth what whoever may write to the topic is worth
 */
public record Origin(String topic, Instant writtenAt, Map<String, String> headers) {

    public Origin {
        headers = Map.copyOf(headers);
    }

    public Origin(String topic, Instant writtenAt) {
        this(topic, writtenAt, Map.of());
    }
}
