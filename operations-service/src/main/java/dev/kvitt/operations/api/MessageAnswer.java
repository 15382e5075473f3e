package dev.kvitt.operations.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kvitt.operations.domain.Message;
import dev.kvitt.operations.domain.Timeline;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SEALED = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){4}");
    /** Whoever has one can open the payment, or see what became of the sale. */
    private static final Set<String> ADDRESSES = Set.of("redirectUrl", "returnUrl");

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
            var tree = JSON.readTree(json);
            cover(tree);
            return tree;
        } catch (IOException e) {
            throw new IllegalStateException("a stored body is not the JSON that was written", e);
        }
    }

    private static void cover(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (ADDRESSES.contains(field.getKey())) {
                    field.setValue(TextNode.valueOf("(not shown)"));
                } else if (SEALED.matcher(field.getValue().asText("")).matches()) {
                    field.setValue(TextNode.valueOf("(sealed)"));
                }
            });
        }
        if (node instanceof ContainerNode<?> container) {
            container.forEach(MessageAnswer::cover);
        }
    }
}
