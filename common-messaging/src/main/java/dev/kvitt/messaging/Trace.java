package dev.kvitt.messaging;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The W3C {@code traceparent} that follows an entity's events through all services. */
public final class Trace {

    public static final String HEADER = "traceparent";

    private static final Pattern PATTERN =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** The trace id in a {@code traceparent}; empty where it is none. */
    static Optional<String> id(String traceparent) {
        return PATTERN.matcher(traceparent).matches() ? Optional.of(traceparent.substring(3, 35)) : Optional.empty();
    }

    /** The sender's, where it is well formed; else one made from the event's id, so that a replay has the same. */
    public static String of(String header, UUID eventId) {
        if (header != null && PATTERN.matcher(header).matches()) {
            return header;
        }
        var hex = eventId.toString().replace("-", "");
        return "00-" + hex + "-" + hex.substring(16) + "-01";
    }
}
