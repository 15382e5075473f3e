package dev.kvitt.operations.domain;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * A message as the ledger keeps it.
 *
 * @param key {@code msn/saleId}, or that of a code, or where it stands when it names neither
 * @param eventId the sender's; made from where it stands where it has none
 * @param type as its header says; absent where that is nothing anybody could show
 * @param time the sender's; when Kafka took it where the sender says none
 * @param source who says it; absent where that is nothing anybody could show
 * @param traceparent absent where it has none
 * @param headers those that {@link dev.kvitt.events.EventCodec} reads
 * @param body the JSON, without fields we do not know; absent where nobody could read it
 * @param unreadable why nobody could; holds nothing of the body; absent where it was read
 */
public record Message(
        String key,
        String topic,
        UUID eventId,
        String type,
        Instant time,
        String source,
        int partition,
        long offset,
        String traceparent,
        Map<String, String> headers,
        byte[] body,
        String unreadable) {

    /** The same, but nothing of it counts: the ledger could not keep what it says. */
    public Message failed(String reason) {
        return new Message(
                key,
                topic,
                eventId,
                type,
                time,
                source,
                partition,
                offset,
                traceparent,
                headers,
                null,
                "the ledger could not keep what it says (" + reason + ")");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Message that
                && key.equals(that.key)
                && topic.equals(that.topic)
                && eventId.equals(that.eventId)
                && partition == that.partition
                && offset == that.offset
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, topic, eventId, partition, offset);
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return type + " " + topic + "/" + partition + "@" + offset;
    }
}
