package dev.kvitt.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns events into the value and headers of a Kafka message (CloudEvents, binary mode) and back. */
public final class EventCodec {

    /** Kafka's own default limit for a message is 1 MiB with headers; no event of ours comes near. */
    public static final int MAX_VALUE_BYTES = 900_000;

    /** CloudEvents sets no limits; ours keep a header from filling a log or a row. */
    private static final Pattern SOURCE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private EventCodec() {}

    /** The CloudEvents headers and {@code content-type}; {@code traceparent} is the transport's to add. */
    public static Map<String, String> headers(Event<?> event) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", event.id().toString());
        headers.put("ce_source", event.source());
        headers.put("ce_type", event.type().typeName());
        headers.put("ce_time", event.time().toString());
        headers.put("ce_subject", event.key());
        if (event.msn() != null) {
            headers.put("ce_msn", event.msn().value());
        }
        if (event.tillId() != null) {
            headers.put("ce_tillid", event.tillId());
        }
        headers.put("content-type", "application/json");
        return headers;
    }

    /** @throws IllegalStateException when a required field is missing: nobody could read such a message */
    public static byte[] value(EventData data) {
        EventCheck.problem(data).ifPresent(problem -> {
            throw new IllegalStateException(
                    "an event of " + EventType.of(data).typeName() + " cannot be written: " + problem);
        });
        try {
            return EventJson.MAPPER.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that we made ourselves has no JSON form", e);
        }
    }

    /**
     * @throws UnreadableEventException when a header is missing or the value is not what its type says
     * @throws UnknownEventTypeException when the type is not one of {@link EventType}
     */
    public static Event<?> read(Map<String, String> headers, byte[] value) {
        var name = header(headers, "ce_type");
        var type = EventType.named(name).orElseThrow(() -> new UnknownEventTypeException(name));
        try {
            var data = data(type, value);
            var msn = headers.get("ce_msn");
            requireSameMsn(msn, data);
            requireVersion(header(headers, "ce_specversion"));
            return new Event<>(
                    StrictTypes.uuid(header(headers, "ce_id")),
                    Patterns.require(SOURCE, header(headers, "ce_source"), "an event source"),
                    Instant.parse(header(headers, "ce_time")),
                    msn == null ? null : new Msn(msn),
                    headers.get("ce_tillid"),
                    data);
        } catch (IOException | RuntimeException e) {
            throw e instanceof UnreadableEventException unreadable
                    ? unreadable
                    : UnreadableEventException.because(name, e);
        }
    }

    /** What an event says as JSON text, for a row. */
    public static String json(EventData data) {
        return new String(value(data), StandardCharsets.UTF_8);
    }

    /**
     * Reads what {@link #json} wrote.
     *
     * @throws UnreadableEventException when it is not that
     */
    public static <T extends EventData> T data(EventType type, String json, Class<T> wanted) {
        try {
            return wanted.cast(data(type, json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException | RuntimeException e) {
            throw e instanceof UnreadableEventException unreadable
                    ? unreadable
                    : UnreadableEventException.because(type.typeName(), e);
        }
    }

    private static EventData data(EventType type, byte[] value) throws IOException {
        if (value == null || value.length > MAX_VALUE_BYTES) {
            throw new UnreadableEventException(
                    "the value is absent or larger than " + MAX_VALUE_BYTES + " bytes", null);
        }
        // Decoded here because Jackson guesses the encoding and lets some broken UTF-8 through.
        var json = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
        EventData data = EventJson.MAPPER.readValue(json.toString(), type.data());
        if (data == null) {
            throw new UnreadableEventException("the value is null", null);
        }
        EventCheck.problem(data).ifPresent(problem -> {
            throw new UnreadableEventException("the value of " + type.typeName() + " does not fit: " + problem, null);
        });
        return data;
    }

    /** Rights are given by MSN, so header and value must not name two. */
    private static void requireSameMsn(String msn, EventData data) {
        if (msn != null && !(data instanceof Quarantined) && !data.key().startsWith(msn + "/")) {
            throw new UnreadableEventException("the header ce_msn names another sales unit than the value", null);
        }
    }

    private static void requireVersion(String version) {
        if (!version.equals("1.0")) {
            throw new UnreadableEventException("the header ce_specversion is not 1.0", null);
        }
    }

    private static String header(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null) {
            throw new UnreadableEventException("the header " + name + " is missing", null);
        }
        return value;
    }
}
