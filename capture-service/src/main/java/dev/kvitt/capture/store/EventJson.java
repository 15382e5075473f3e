package dev.kvitt.capture.store;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventData;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Msn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** What events say, as JSON in our rows, in the same form as on the topics. */
final class EventJson {

    private EventJson() {}

    static String write(EventData data) {
        return new String(EventCodec.value(data), StandardCharsets.UTF_8);
    }

    static <T extends EventData> T read(EventType type, Msn msn, String json, Class<T> wanted) {
        // The codec reads whole events; of this one only the data is of interest.
        var headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_type",
                type.typeName(),
                "ce_id",
                "00000000-0000-0000-0000-000000000000",
                "ce_source",
                "kvitt/capture-service",
                "ce_time",
                Instant.EPOCH.toString(),
                "ce_msn",
                msn.value());
        return wanted.cast(
                EventCodec.read(headers, json.getBytes(StandardCharsets.UTF_8)).data());
    }
}
