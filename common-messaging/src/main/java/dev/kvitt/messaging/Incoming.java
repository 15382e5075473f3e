package dev.kvitt.messaging;

import java.time.Instant;
import java.util.Map;

/**
 * A message as it was read.
 *
 * @param key absent when whoever wrote it gave none
 * @param headers the last of each name, as UTF-8
 * @param value absent in a tombstone
 * @param writtenAt as Kafka has stamped it; of a message that waited behind a parked one, when it began to wait
 */
public record Incoming(
        String topic,
        int partition,
        long offset,
        String key,
        Map<String, String> headers,
        byte[] value,
        Instant writtenAt) {

    public Origin origin() {
        return new Origin(topic, writtenAt, headers);
    }

    /** Where it stands; safe to log, unlike the rest. */
    public String position() {
        return topic + "/" + partition + "@" + offset;
    }
}
