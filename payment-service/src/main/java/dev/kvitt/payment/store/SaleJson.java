package dev.kvitt.payment.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.payment.domain.Sale;

/** A sale as it is stored. Fields that an older row has not are absent, fields that it has too many are ignored. */
public final class SaleJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private SaleJson() {}

    /** The sale of an entity; a new one for an entity that has no state yet. */
    public static Sale of(Entity entity) {
        return entity.state().map(SaleJson::read).orElse(Sale.NEW);
    }

    public static void put(Entity entity, Sale sale) {
        entity.state(write(sale));
    }

    static String write(Sale sale) {
        try {
            return MAPPER.writeValueAsString(sale);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sale has no JSON form", e);
        }
    }

    static Sale read(String json) {
        try {
            return MAPPER.readValue(json, Sale.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored sale cannot be read", e);
        }
    }
}
