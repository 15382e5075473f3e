package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.operations.domain.Message;
import dev.kvitt.operations.domain.Timeline;
import dev.kvitt.operations.services.Covered;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;

/** A message as the ledger has it, for people: without addresses that open a payment, and without what is sealed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MessageAnswer(
        String id,
        String topic,
        int partition,
        long offset,
        String type,
        Instant time,
        String source,
        Map<String, String> headers,
        JsonNode body,
        String unreadable) {

    public static MessageAnswer of(Message message) {
        return new MessageAnswer(
                Timeline.id(message),
                message.topic(),
                message.partition(),
                message.offset(),
                message.type(),
                message.time(),
                message.source(),
                message.headers(),
                message.body() == null ? null : body(message.body()),
                message.unreadable());
    }

    private static JsonNode body(byte[] json) {
        try {
            return Covered.of(json);
        } catch (IOException e) {
            throw new IllegalStateException("a stored body is not the JSON that was written", e);
        }
    }
}
