package dev.kvitt.events.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The fields of one object as a table; objects that events share are linked, all else is said in place. */
record FieldTable(JsonNode object) {

    private static final JsonNode COMMON = Schemas.common();
    private static final String HEAD =
            "\n| Field | Required | Type | Bounds | Meaning |\n| --- | --- | --- | --- | --- |\n";

    /** The shared definitions that are objects. */
    static SortedMap<String, JsonNode> composed() {
        var objects = new TreeMap<String, JsonNode>();
        COMMON.path("$defs").properties().stream()
                .filter(definition -> definition.getValue().has("properties"))
                .forEach(definition -> objects.put(definition.getKey(), definition.getValue()));
        return objects;
    }

    String text() {
        var required = required();
        return object.path("properties").properties().stream()
                .map(field -> row(field, required.contains(field.getKey())))
                .collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(Map.Entry<String, JsonNode> field, boolean required) {
        var schema = SchemaPaths.resolve(field.getValue(), COMMON);
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        field.getKey(),
                        required ? "yes" : "no",
                        type(field.getValue(), schema),
                        bounds(schema),
                        schema.path("description").asText().replace("|", "\\|"));
    }

    private static String type(JsonNode written, JsonNode resolved) {
        var reference = written.path("$ref").asText();
        var name = reference.substring(reference.lastIndexOf('/') + 1);
        if (composed().containsKey(name)) {
            // As a heading becomes an anchor.
            return "[" + name + "](#" + name.toLowerCase(Locale.ROOT) + ")";
        }
        return switch (resolved.path("type").asText()) {
            case "string" -> isTime(resolved) ? "time" : "text";
            case "integer" -> "whole number";
            case "boolean" -> "true or false";
            case "array" ->
                "list of " + type(resolved.path("items"), SchemaPaths.resolve(resolved.path("items"), COMMON));
            default -> resolved.path("type").asText();
        };
    }

    private static String bounds(JsonNode schema) {
        if (isTime(schema)) {
            return "RFC 3339 in UTC, with `Z`";
        }
        var bounds = new ArrayList<String>();
        if (schema.has("const")) {
            bounds.add("`" + schema.path("const").asText() + "`");
        }
        if (schema.has("enum")) {
            bounds.add(texts(schema.path("enum")).stream()
                    .map(text -> "`" + text + "`")
                    .collect(Collectors.joining(", ")));
        }
        range(bounds, schema, "minimum", "maximum", "");
        range(bounds, schema, "minLength", "maxLength", " characters");
        range(bounds, schema, "minItems", "maxItems", " of them");
        if (schema.has("pattern")) {
            bounds.add("`" + schema.path("pattern").asText().replace("|", "\\|") + "`");
        }
        return String.join("; ", bounds);
    }

    private static boolean isTime(JsonNode schema) {
        return schema.path("format").asText().equals("date-time");
    }

    private static void range(List<String> bounds, JsonNode schema, String low, String high, String what) {
        if (schema.has(low) && schema.path(low).equals(schema.path(high))) {
            bounds.add(schema.path(low).asText() + what);
        } else if (schema.has(low) && schema.has(high)) {
            bounds.add(schema.path(low).asText() + "–" + schema.path(high).asText() + what);
        } else if (schema.has(low)) {
            bounds.add("at least " + schema.path(low).asText() + what);
        } else if (schema.has(high)) {
            bounds.add("at most " + schema.path(high).asText() + what);
        }
    }

    private Set<String> required() {
        return new HashSet<>(texts(object.path("required")));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
