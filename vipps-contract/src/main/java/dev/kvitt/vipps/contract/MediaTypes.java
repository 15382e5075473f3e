package dev.kvitt.vipps.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Media types without their parameters: the official files differ in charset only. */
final class MediaTypes {

    private MediaTypes() {}

    static String plain(String mediaType) {
        int parameters = mediaType.indexOf(';');
        String type = parameters < 0 ? mediaType : mediaType.substring(0, parameters);
        return type.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isJson(String plain) {
        return plain.equals("application/json") || plain.endsWith("+json");
    }

    /** The name under which this media type stands in a {@code content} object. */
    static Optional<String> keyIn(JsonNode content, String mediaType) {
        return content.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> plain(key).equals(plain(mediaType)))
                .findFirst();
    }
}
