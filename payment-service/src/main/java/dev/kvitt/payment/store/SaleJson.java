package dev.kvitt.payment.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.kvitt.messaging.StaleException;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.payment.domain.Glance;
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

    /** Of the form in which sales are stored; raised when an earlier build could not read what this one writes. */
    static final int VERSION = 1;

    private static final String VERSION_FIELD = "version";

    /** For counting in SQL ({@link OpenSales}); never read back. */
    private static final String GLANCE_FIELD = "glance";

    private SaleJson() {}

    /** The sale of an entity; a new one for an entity that has no state yet. */
    public static Sale of(Entity entity) {
        return entity.state().map(SaleJson::read).orElse(Sale.NEW);
    }

    public static void put(Entity entity, Sale sale) {
        entity.state(write(sale));
    }

    static String write(Sale sale) {
        ObjectNode stored = MAPPER.valueToTree(sale);
        putGlance(stored.putObject(GLANCE_FIELD), Glance.of(sale));
        return stored.put(VERSION_FIELD, VERSION).toString();
    }

    private static void putGlance(ObjectNode into, Glance glance) {
        into.put("phase", glance.phase().word());
        glance.held().filter(held -> !held.isZero()).ifPresent(held -> into.put("held", held.value())
                .put("currency", held.currency().name()));
        glance.alarm().ifPresent(why -> into.put("alarm", why));
    }

    /**
     * @throws StaleException for a row of a later build: not this sale is to wait but this process, which must not decide
     *     by half of what is known
     * @throws IllegalStateException for a row of a build before versions: its sale is parked
     */
    static Sale read(String json) {
        try {
            var stored = MAPPER.readTree(json);
            var version = stored.path(VERSION_FIELD);
            if (version.isIntegralNumber() && version.longValue() > VERSION) {
                throw new StaleException("a sale was stored by a later build (version " + version + ", this one reads "
                        + VERSION + "); stop this process or upgrade it");
            }
            if (!version.isIntegralNumber() || version.longValue() != VERSION) {
                throw new IllegalStateException("a sale was stored by an earlier build that this one cannot read");
            }
            return MAPPER.treeToValue(stored, Sale.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored sale cannot be read", e);
        }
    }
}
