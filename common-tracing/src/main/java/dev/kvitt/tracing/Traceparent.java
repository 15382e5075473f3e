package dev.kvitt.tracing;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The W3C {@code traceparent} that follows a sale's events through all services. */
public final class Traceparent {

    public static final String HEADER = "traceparent";

    private static final Pattern PATTERN =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Traceparent() {}

    /** The trace id in a {@code traceparent}; empty where it is none. */
    public static Optional<String> id(String traceparent) {
        return isOne(traceparent) ? Optional.of(traceparent.substring(3, 35)) : Optional.empty();
    }

    static boolean isOne(String text) {
        return text != null && PATTERN.matcher(text).matches();
    }

    /**
     * The sender's, where it is well formed; else one made from the event's id, so that a repetition has the same. The id's
     * halves change places: samplers go by the second half of a trace's id, and that of a UUID does not begin at random.
     */
    public static String of(String received, UUID eventId) {
        if (isOne(received)) {
            return received;
        }
        var hex = eventId.toString().replace("-", "");
        var random = hex.substring(0, 16);
        return "00-" + hex.substring(16) + random + "-" + random + "-01";
    }

    static String of(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }

    static SpanContext context(String traceparent) {
        return SpanContext.createFromRemoteParent(
                traceparent.substring(3, 35),
                traceparent.substring(36, 52),
                TraceFlags.fromHex(traceparent, 53),
                TraceState.getDefault());
    }
}
