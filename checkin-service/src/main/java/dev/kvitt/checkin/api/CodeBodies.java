package dev.kvitt.checkin.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kvitt.checkin.domain.CodeRefusal;

/** What is sent to the code API. */
final class CodeBodies {

    /** Longest body in characters. */
    static final int MAX_BODY = 4_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CodeBodies() {}

    record Make(String kind, String till, String location) {}

    /** @param till absent or null: none */
    record Move(String till, String location) {}

    /** @throws CodeRefusal for what is not JSON of this form; an unknown field is a misspelt one */
    static <T> T read(String body, Class<T> form) {
        try {
            var read = body == null || body.length() > MAX_BODY ? null : MAPPER.readValue(body, form);
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            // Said below.
        }
        throw new CodeRefusal(
                CodeRefusal.Kind.INVALID,
                "bad-body",
                form == Make.class
                        ? "Send {\"kind\": \"callback\", \"till\": \"...\", \"location\": \"...\"} and no other fields."
                        : "Send {\"till\": \"...\"}, with a location if that changes too; {\"till\": null} takes it out of its till.");
    }
}
