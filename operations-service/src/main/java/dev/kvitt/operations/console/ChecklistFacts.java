package dev.kvitt.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a checklist is about, and its result.
 *
 * @param environment where the payments were made
 * @param sales how many were looked at
 * @param since from when on
 */
public record ChecklistFacts(
        String id,
        String msn,
        String salesUnit,
        String environment,
        Instant since,
        Instant at,
        int sales,
        long met,
        long notMet,
        long byHand) {

    /** @param list as it is kept */
    static ChecklistFacts of(JsonNode list) {
        return new ChecklistFacts(
                list.path("id").asText(),
                list.path("msn").asText(),
                list.path("salesUnit").asText(),
                list.path("environment").asText(),
                Instant.parse(list.path("since").asText()),
                Instant.parse(list.path("at").asText()),
                list.path("sales").asInt(),
                list.path("met").asLong(),
                list.path("notMet").asLong(),
                list.path("byHand").asLong());
    }

    public boolean good() {
        return notMet == 0;
    }

    /** Of the report, for whoever keeps it. */
    String fileName() {
        return "checklist-" + msn + "-" + at.toString().substring(0, 10) + ".md";
    }
}
