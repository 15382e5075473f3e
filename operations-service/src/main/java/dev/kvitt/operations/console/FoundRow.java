package dev.kvitt.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * An event that had not been applied.
 *
 * @param sale path of the sale's page
 * @param place topic, partition and offset
 */
public record FoundRow(String key, String sale, String type, String place, String money) {

    /** @param found as a service has it */
    static List<FoundRow> all(JsonNode found) {
        return StreamSupport.stream(found.path("items").spliterator(), false)
                .map(FoundRow::of)
                .toList();
    }

    private static FoundRow of(JsonNode event) {
        var key = event.path("key").asText();
        return new FoundRow(
                key,
                "/console/sales/" + key,
                event.path("type").asText(),
                event.path("topic").asText() + " " + event.path("partition").asInt() + "@"
                        + event.path("offset").asLong(),
                event.path("amount").isNumber()
                        ? Amounts.shown(
                                event.path("amount").asLong(),
                                event.path("currency").asText())
                        : "–");
    }
}
