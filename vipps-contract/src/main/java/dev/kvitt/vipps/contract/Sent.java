package dev.kvitt.vipps.contract;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A request as it went over the wire.
 *
 * @param path without query, still percent-encoded
 * @param query names in any case, as the guides and the files do not agree
 * @param headers names in any case
 * @param body empty if there was none
 */
public record Sent(
        String method, String path, Map<String, List<String>> query, Map<String, List<String>> headers, String body) {

    public Sent {
        query = anyCase(query);
        headers = anyCase(headers);
    }

    /** @param uri path and query at least, percent-encoded as sent */
    public static Sent of(String method, URI uri, Map<String, List<String>> headers, String body) {
        return new Sent(method, uri.getRawPath(), queryOf(uri), headers, body);
    }

    private static Map<String, List<String>> queryOf(URI uri) {
        Map<String, List<String>> query = new HashMap<>();
        Stream.of(Optional.ofNullable(uri.getRawQuery()).orElse("").split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> query.computeIfAbsent(decoded(pair[0]), name -> new ArrayList<>())
                        .add(pair.length == 1 ? "" : decoded(pair[1])));
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, List<String>> anyCase(Map<String, List<String>> values) {
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(values);
        return sorted;
    }

    String mediaType() {
        return headers.getOrDefault("Content-Type", List.of()).stream()
                .findFirst()
                .map(MediaTypes::plain)
                .orElse("");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
