package dev.kvitt.events;

import dev.kvitt.events.seal.Sealed;

/**
 * A message that nobody can read or that names no sale.
 *
 * @param service who found it
 * @param offset where it still is, in {@code topic} and {@code partition}
 * @param reason for people; holds nothing of the body
 * @param body the message; absent when it could not be sealed, it is then only at its source
 */
public record Quarantined(
        String service, String topic, int partition, long offset, String reason, @MayBeAbsent Sealed body)
        implements EventData {

    @Override
    public String key() {
        return topic + "/" + partition;
    }
}
