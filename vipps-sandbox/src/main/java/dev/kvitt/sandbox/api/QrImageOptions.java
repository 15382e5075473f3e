package dev.kvitt.sandbox.api;

import dev.kvitt.vipps.rules.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Image format and size as query parameters; documents disagree on their case, so any case will do. */
@ApplicationScoped
class QrImageOptions {

    private static final Set<String> FORMATS = Set.of("PNG", "SVG");
    private static final Pattern NUMBER = Pattern.compile("\\d{3,4}");
    private static final int MIN_SIZE = 100;
    private static final int MAX_SIZE = 2000;
    private static final int DEFAULT_SIZE = 800;

    /**
     * @return the part of the image's URL that says how it looks
     * @throws RefusedException if the format is unknown or the size out of range
     */
    String query(UriInfo uri) {
        String format = parameter(uri, "qrimageformat").orElse("SVG").toUpperCase(Locale.ROOT);
        if (!FORMATS.contains(format)) {
            throw malformed("QrImageFormat", "Must be PNG or SVG.");
        }
        String size = parameter(uri, "qrimagesize").orElse(String.valueOf(DEFAULT_SIZE));
        boolean fine = NUMBER.matcher(size).matches()
                && Integer.parseInt(size) >= MIN_SIZE
                && Integer.parseInt(size) <= MAX_SIZE;
        if (!fine) {
            throw malformed("QrImageSize", "Must be between " + MIN_SIZE + " and " + MAX_SIZE + ".");
        }
        return "&format=" + format + (format.equals("PNG") ? "&size=" + size : "");
    }

    private static Optional<String> parameter(UriInfo uri, String lowerCaseName) {
        return uri.getQueryParameters().entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).equals(lowerCaseName))
                .map(Map.Entry::getValue)
                .map(List::getFirst)
                .findFirst();
    }

    private static RefusedException malformed(String name, String reason) {
        return new RefusedException(Refusal.Malformed.of(name, reason));
    }
}
