package dev.kvitt.vipps.client.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** JSON in and out. Reading is strict where money could hide: no duplicate names, nothing after the document. */
public final class Json {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a JSON tree of our own could not be written", impossible);
        }
    }

    /** The cause is left out on purpose: Jackson's messages quote the text, which may hold personal values. */
    static JsonNode read(String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new UnreadableAnswer(
                    "the answer is not JSON (" + unreadable.getClass().getSimpleName() + ")");
        }
        if (node == null || node.isMissingNode()) {
            throw new UnreadableAnswer("the answer is empty");
        }
        return node;
    }
}
