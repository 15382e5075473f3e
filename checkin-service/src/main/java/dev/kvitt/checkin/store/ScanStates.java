package dev.kvitt.checkin.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kvitt.checkin.domain.ScanState;
import dev.kvitt.messaging.store.Entity;
import java.util.Optional;

/** The state of a scan in its entity's row. */
public final class ScanStates {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private ScanStates() {}

    /** Empty before anything has happened. */
    public static Optional<ScanState> of(Entity entity) {
        return entity.state().map(ScanStates::read);
    }

    public static void put(Entity entity, ScanState state) {
        try {
            entity.state(MAPPER.writeValueAsString(state));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state that we made ourselves has no JSON form", e);
        }
    }

    private static ScanState read(String json) {
        try {
            return MAPPER.readValue(json, ScanState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored state is not the JSON that was written");
        }
    }
}
