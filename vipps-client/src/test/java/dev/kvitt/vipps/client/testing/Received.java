package dev.kvitt.vipps.client.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import dev.kvitt.vipps.contract.Sent;
import java.net.URI;
import java.util.List;

/** A request the fake Vipps got. */
public record Received(String method, String path, Headers headers, String body) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public List<String> header(String name) {
        return headers.getOrDefault(name, List.of());
    }

    Sent sent() {
        return Sent.of(method, URI.create(path), headers, body);
    }

    public JsonNode json() {
        return parse(body);
    }

    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException notJson) {
            throw new AssertionError("not JSON: " + text, notJson);
        }
    }
}
