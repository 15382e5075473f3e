package dev.kvitt.events.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import java.util.TreeMap;

/** A schema laid out flat: for each place in a message the part of the schema that holds there, references followed. */
final class SchemaPaths {

    private final JsonNode common;
    private final SortedMap<String, JsonNode> paths = new TreeMap<>();

    private SchemaPaths(JsonNode common) {
        this.common = common;
    }

    /**
     * @param common the definitions that go with the schema
     * @return by place, such as {@code /lines[]/total/value}; the whole message is the empty string
     */
    static SortedMap<String, JsonNode> of(JsonNode schema, JsonNode common) {
        var flat = new SchemaPaths(common);
        flat.add("", schema);
        return flat.paths;
    }

    private void add(String path, JsonNode schema) {
        var resolved = resolve(schema, common);
        paths.put(path, resolved);
        resolved.path("properties").properties().forEach(p -> add(path + "/" + p.getKey(), p.getValue()));
        if (resolved.has("items")) {
            add(path + "[]", resolved.path("items"));
        }
    }

    /** Keywords beside a reference hold together with those it leads to. */
    static JsonNode resolve(JsonNode schema, JsonNode common) {
        var reference = schema.path("$ref").asText();
        if (reference.isEmpty()) {
            return schema;
        }
        var target = resolve(common.at(reference.substring(reference.indexOf('#') + 1)), common);
        if (target.isMissingNode()) {
            throw new IllegalStateException("nothing is defined at " + reference);
        }
        ObjectNode both = target.deepCopy();
        schema.properties().forEach(keyword -> both.set(keyword.getKey(), keyword.getValue()));
        both.remove("$ref");
        return both;
    }
}
