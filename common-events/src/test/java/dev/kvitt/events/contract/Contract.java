package dev.kvitt.events.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All schemas at one time.
 *
 * @param schemas by type name, with {@code common} among them
 */
record Contract(Map<String, JsonNode> schemas) {

    static final String COMMON = "common";
    private static final Set<String> READ_BY_TILLS = Set.of(Topics.PAYMENT_EVENTS, Topics.RECEIPT_EVENTS);

    static Contract in(Path folder) {
        var schemas = new TreeMap<String, JsonNode>();
        try (var files = Files.list(folder)) {
            files.forEach(file -> schemas.put(file.getFileName().toString().replace(".json", ""), Schemas.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Contract(schemas);
    }

    SortedMap<String, JsonNode> paths(String typeName) {
        return SchemaPaths.of(schemas.get(typeName), schemas.get(COMMON));
    }

    /** What in the later contract breaks this one, of all types. */
    List<String> brokenBy(Contract later) {
        return schemas.keySet().stream()
                .filter(name -> !name.equals(COMMON))
                .flatMap(name -> Compatibility.breaks(this, later, name, readByTills(name)).stream())
                .toList();
    }

    private static boolean readByTills(String typeName) {
        return EventType.named(typeName)
                .filter(type -> READ_BY_TILLS.contains(type.topic()))
                .isPresent();
    }
}
