package dev.kvitt.sandbox.store;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Saved records of shelves that nobody made, such as those of a merchant that is no longer configured: kept untouched. */
final class Unclaimed {

    private static final Logger LOG = Logger.getLogger(Unclaimed.class);

    private final Map<ShelfName, Map<String, byte[]>> shelves = new LinkedHashMap<>();

    void restore(Change change) {
        Map<String, byte[]> shelf = shelves.computeIfAbsent(change.shelf(), name -> new LinkedHashMap<>());
        String key = new String(change.key(), StandardCharsets.UTF_8);
        change.on(() -> shelf.get(key)).ifPresentOrElse(value -> shelf.put(key, value), () -> shelf.remove(key));
    }

    void tell() {
        shelves.values().removeIf(Map::isEmpty);
        shelves.forEach((name, records) -> LOG.warnf(
                "The state file has %d records on the shelf \"%s\", which nobody here uses: "
                        + "is a merchant missing in the configuration? They stay in the file.",
                records.size(), name));
    }

    void eachChange(Consumer<Change> reader) {
        shelves.forEach((name, records) -> records.forEach(
                (key, value) -> reader.accept(Change.whole(name, key.getBytes(StandardCharsets.UTF_8), value))));
    }

    /** What its records take when they are written anew. */
    long bytes() {
        return shelves.values().stream()
                .flatMap(records -> records.values().stream())
                .mapToLong(value -> value.length + Shelf.AROUND_A_VALUE_BYTES)
                .sum();
    }
}
