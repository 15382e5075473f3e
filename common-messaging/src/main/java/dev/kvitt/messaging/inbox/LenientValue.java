package dev.kvitt.messaging.inbox;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kvitt.events.EventCodec;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The little that can be had from a value that is no event of ours. */
final class LenientValue {

    private static final Pattern REQUEST_ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

    /** Two request ids in one value name none. */
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LenientValue() {}

    /** The text {@code requestId} of an object in JSON, 1 to 64 visible ASCII characters; else empty. */
    static Optional<String> requestId(byte[] value) {
        if (value == null || value.length > EventCodec.MAX_VALUE_BYTES) {
            return Optional.empty();
        }
        try {
            // Decoded here because Jackson guesses the encoding and lets some broken UTF-8 through.
            var json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
            return Optional.ofNullable(MAPPER.readTree(json.toString()).get("requestId"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::textValue)
                    .filter(text -> REQUEST_ID.matcher(text).matches());
        } catch (CharacterCodingException | JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
