package dev.kvitt.gateway.messaging;

import java.util.UUID;
import java.util.regex.Pattern;

/** The W3C {@code traceparent} that an event begins with. */
final class Traceparent {

    static final String HEADER = "traceparent";

    private static final Pattern PATTERN =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /** The sender's, where it is well formed; else made from the event's id, so that a repeated webhook has the same. */
    static String of(String received, UUID eventId) {
        if (received != null && PATTERN.matcher(received).matches()) {
            return received;
        }
        var hex = eventId.toString().replace("-", "");
        return "00-" + hex + "-" + hex.substring(16) + "-01";
    }
}
