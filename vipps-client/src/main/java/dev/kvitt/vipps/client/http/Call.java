package dev.kvitt.vipps.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.vipps.client.IdempotencyKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request to Vipps, without the headers every request has.
 *
 * @param method the HTTP method
 * @param template the path with names in braces, for logs
 * @param path the path to send
 * @param body the JSON body, written out once so that a repeat is the same byte by byte
 * @param key the idempotency key
 */
public record Call(String method, String template, String path, Optional<String> body, Optional<IdempotencyKey> key) {
    private static final Pattern PLACE = Pattern.compile("\\{[a-zA-Z]+\\}");

    /** A read. */
    public static Call get(String template, String... segments) {
        return of("GET", template, segments);
    }

    /** A write that is not idempotent without a key. */
    public static Call post(String template, String... segments) {
        return of("POST", template, segments);
    }

    /** A write that may be repeated. */
    public static Call put(String template, String... segments) {
        return of("PUT", template, segments);
    }

    /** A deletion. */
    public static Call delete(String template, String... segments) {
        return of("DELETE", template, segments);
    }

    private static Call of(String method, String template, String... segments) {
        return new Call(method, template, fill(template, segments), Optional.empty(), Optional.empty());
    }

    /** The same call with this body. */
    public Call body(JsonNode json) {
        return new Call(method, template, path, Optional.of(Json.write(json)), key);
    }

    /** The same call under this key. */
    public Call key(IdempotencyKey operation) {
        return new Call(method, template, path, body, Optional.of(operation));
    }

    private static String fill(String template, String... segments) {
        Matcher place = PLACE.matcher(template);
        StringBuilder path = new StringBuilder();
        int next = 0;
        while (place.find()) {
            place.appendReplacement(path, Matcher.quoteReplacement(encode(segments[next++])));
        }
        return place.appendTail(path).toString();
    }

    private static String encode(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without path and body, which may hold personal values. */
    @Override
    public String toString() {
        return method + " " + template;
    }
}
