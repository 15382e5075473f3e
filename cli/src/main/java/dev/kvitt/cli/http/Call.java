package dev.kvitt.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of the service.
 *
 * @param path below its base address, encoded, with the query
 * @param body what is sent; empty for a look
 */
public record Call(String path, Optional<JsonNode> body) {

    /** Looks, and changes nothing. */
    public static Call get(String... segments) {
        return new Call(path(segments), Optional.empty());
    }

    /** Has something done. */
    public static Call post(JsonNode body, String... segments) {
        return new Call(path(segments), Optional.of(body));
    }

    /** The same with one more parameter; null leaves it out. */
    public Call with(String name, Object value) {
        if (value == null) {
            return this;
        }
        String separator = path.contains("?") ? "&" : "?";
        return new Call(path + separator + name + "=" + encoded(value.toString()), body);
    }

    /** Whether something may have been done when no answer comes. */
    public boolean changes() {
        return body.isPresent();
    }

    private static String path(String... segments) {
        List<String> encoded = new ArrayList<>(List.of("/api"));
        for (String segment : segments) {
            encoded.add(encoded(segment));
        }
        return String.join("/", encoded);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
