package dev.kvitt.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Turns events into the value and headers of a Kafka message (CloudEvents, binary mode) and back. */
public final class EventCodec {

    /** Kafka's own default limit for a message is 1 MiB with headers; no event of ours comes near. */
    public static final int MAX_VALUE_BYTES = 900_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // 49.9 or "4900" is somebody's mistake about money, not something to round.
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .withCoercionConfig(
                    LogicalType.Integer, config -> config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

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

    public static byte[] value(EventData data) {
        try {
            return MAPPER.writeValueAsBytes(data);
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
            if (value == null || value.length > MAX_VALUE_BYTES) {
                throw new UnreadableEventException(
                        "the value is absent or larger than " + MAX_VALUE_BYTES + " bytes", null);
            }
            EventData data = MAPPER.readValue(value, type.data());
            if (data == null) {
                throw new UnreadableEventException("the value is null", null);
            }
            var msn = headers.get("ce_msn");
            return new Event<>(
                    UUID.fromString(header(headers, "ce_id")),
                    header(headers, "ce_source"),
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

    private static String header(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null) {
            throw new UnreadableEventException("the header " + name + " is missing", null);
        }
        return value;
    }
}
