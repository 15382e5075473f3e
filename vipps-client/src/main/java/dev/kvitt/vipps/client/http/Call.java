package dev.kvitt.vipps.client.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.vipps.client.IdempotencyKey;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param headers headers this call has of its own, or has otherwise than all others
 * @param withSubscriptionKey whether the subscription key goes along
 */
public record Call(
        String method,
        String template,
        String path,
        Optional<String> body,
        Optional<IdempotencyKey> key,
        SortedMap<String, String> headers,
        boolean withSubscriptionKey) {
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
        return new Call(
                method,
                template,
                fill(template, segments),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER),
                true);
    }

    /** The same call with this body. */
    public Call body(JsonNode json) {
        return new Call(method, template, path, Optional.of(Json.write(json)), key, headers, withSubscriptionKey);
    }

    /** The same call under this key. */
    public Call key(IdempotencyKey operation) {
        return new Call(method, template, path, body, Optional.of(operation), headers, withSubscriptionKey);
    }

    /** The same call with this in the query; logs never show it. */
    public Call query(String name, String value) {
        String longer = path + (path.contains("?") ? "&" : "?") + encode(name) + "=" + encode(value);
        return new Call(method, template, longer, body, key, headers, withSubscriptionKey);
    }

    /** The same call with this header, which stands in for a common one of the same name. */
    public Call header(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Call(method, template, path, body, key, more, withSubscriptionKey);
    }

    /** The same call without the subscription key, for the few that Vipps answers better without it. */
    public Call withoutSubscriptionKey() {
        return new Call(method, template, path, body, key, headers, false);
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
