package dev.kvitt.operations.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One requirement of a checklist and how it stands, as it is shown. */
public record ChecklistRow(String requirement, Tag outcome, String detail, List<Example> examples, String todo) {

    /** Where it can be seen. */
    public record Example(String reference, Instant at, String seen) {}

    /** @param list as it is kept */
    static List<ChecklistRow> all(JsonNode list) {
        return stream(list.path("items"))
                .map(item -> new ChecklistRow(
                        item.path("requirement").asText(),
                        outcome(item.path("outcome").asText()),
                        item.path("detail").asText(),
                        stream(item.path("examples"))
                                .map(example -> new Example(
                                        example.path("reference").asText(),
                                        Instant.parse(example.path("at").asText()),
                                        example.path("seen").asText()))
                                .toList(),
                        item.path("todo").asText()))
                .toList();
    }

    private static Tag outcome(String outcome) {
        return switch (outcome) {
            case "met" -> new Tag("met", "good", "The ledger shows it.");
            case "not-met" -> new Tag("not met", "bad", "The ledger does not show it, or shows that it was broken.");
            case "by-hand" -> new Tag("by hand", "info", "No ledger can show it: a person does.");
            default -> new Tag(outcome, "info", outcome);
        };
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
