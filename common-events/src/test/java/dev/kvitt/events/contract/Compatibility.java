package dev.kvitt.events.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What a type may not do to those who write and read it. Every recorded message stays in the topics and is read again,
 * so what was right once must stay right; what a till relies on must stay there.
 */
final class Compatibility {

    private static final List<String> UNCHANGED = List.of("type", "format", "pattern", "const");
    private static final List<String> LOWER_BOUNDS = List.of("minimum", "exclusiveMinimum", "minLength", "minItems");
    private static final List<String> UPPER_BOUNDS = List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems");

    private final boolean readByTills;
    private final List<String> breaks = new ArrayList<>();

    private Compatibility(boolean readByTills) {
        this.readByTills = readByTills;
    }

    /**
     * @param before with its common definitions
     * @param after with its common definitions
     * @return what breaks, one sentence each; empty when nothing does
     */
    static List<String> breaks(Contract before, Contract after, String typeName, boolean readByTills) {
        if (!after.schemas().containsKey(typeName)) {
            return List.of(typeName + " was removed");
        }
        var check = new Compatibility(readByTills);
        var now = after.paths(typeName);
        before.paths(typeName).forEach((path, schema) -> check.place(typeName + path, schema, now.get(path)));
        return check.breaks;
    }

    private void place(String path, JsonNode before, JsonNode after) {
        if (after == null) {
            breaks.add(path + " was removed");
            return;
        }
        UNCHANGED.forEach(keyword -> {
            if (!before.path(keyword).equals(after.path(keyword))) {
                breaks.add(path + " has another " + keyword);
            }
        });
        constants(path, before.path("enum"), after.path("enum"));
        LOWER_BOUNDS.forEach(bound -> bound(path, bound, before.path(bound), after.path(bound), 1));
        UPPER_BOUNDS.forEach(bound -> bound(path, bound, before.path(bound), after.path(bound), -1));
        required(path, names(before.path("required")), names(after.path("required")));
        if (!before.path("additionalProperties").equals(after.path("additionalProperties"))) {
            breaks.add(path + " says something else about additional properties");
        }
    }

    private void constants(String path, JsonNode before, JsonNode after) {
        if (!after.isMissingNode() && !(before.isArray() && names(after).containsAll(names(before)))) {
            breaks.add(path + " allows fewer constants");
        }
        if (readByTills && before.isArray() && after.isMissingNode()) {
            breaks.add(path + " is no list of constants any more");
        }
    }

    private void bound(String path, String bound, JsonNode before, JsonNode after, int tighter) {
        var narrowed = !after.isMissingNode()
                && (before.isMissingNode() || after.decimalValue().compareTo(before.decimalValue()) * tighter > 0);
        if (narrowed) {
            breaks.add(path + " has a narrower " + bound);
        }
    }

    private void required(String path, Set<String> before, Set<String> after) {
        after.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> breaks.add(path + " newly requires " + name));
        if (readByTills) {
            before.stream()
                    .filter(name -> !after.contains(name))
                    .forEach(name -> breaks.add(path + " no longer promises " + name));
        }
    }

    private static Set<String> names(JsonNode array) {
        var names = new HashSet<String>();
        StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).forEach(names::add);
        return names;
    }
}
