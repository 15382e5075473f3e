package dev.kvitt.messaging;

import java.util.Map;

/**
 * A message as it was read.
 *
 * @param key absent when whoever wrote it gave none
 * @param headers the last of each name, as UTF-8
 * @param value absent in a tombstone
 */
public record Incoming(
        String topic, int partition, long offset, String key, Map<String, String> headers, byte[] value) {

    /** Where it stands; safe to log, unlike the rest. */
    public String position() {
        return topic + "/" + partition + "@" + offset;
    }
}
