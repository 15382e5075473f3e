package dev.kvitt.sandbox.store;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/**
 * What changed from one JSON object to the next, as JSON Patch (RFC 6902). Of the standard only "add" and "remove" are
 * written and understood: "add" sets a member, or appends to an array.
 */
final class JsonPatch {

    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final String AT_END = "-";

    /** Numbers stay as they were written. */
    private static final ObjectReader TREES = StateJson.mapper()
            .reader()
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

    private final ArrayNode operations = StateJson.mapper().createArrayNode();

    private JsonPatch() {}

    /** @return a JSON array that {@link #apply} understands; both arguments are JSON objects */
    static byte[] between(byte[] before, byte[] after) {
        JsonPatch patch = new JsonPatch();
        patch.compare("", object(before), object(after));
        return StateJson.bytes(patch.operations);
    }

    /** @throws IllegalArgumentException if the patch is none, or of another object */
    static byte[] apply(byte[] before, byte[] patch) {
        ObjectNode root = object(before);
        for (JsonNode operation : tree(patch)) {
            apply(root, operation);
        }
        return StateJson.bytes(root);
    }

    private void compare(String path, ObjectNode before, ObjectNode after) {
        before.fieldNames().forEachRemaining(name -> {
            if (!after.has(name)) {
                operation(REMOVE, path + member(name));
            }
        });
        for (Map.Entry<String, JsonNode> field : after.properties()) {
            compare(path + member(field.getKey()), before.get(field.getKey()), field.getValue());
        }
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (after.equals(before)) {
            return;
        }
        if (before instanceof ObjectNode earlier && after instanceof ObjectNode later) {
            compare(path, earlier, later);
        } else if (before instanceof ArrayNode earlier && after instanceof ArrayNode later && begins(later, earlier)) {
            for (int i = earlier.size(); i < later.size(); i++) {
                operation(ADD, path + member(AT_END)).set("value", later.get(i));
            }
        } else {
            operation(ADD, path).set("value", after);
        }
    }

    private static boolean begins(ArrayNode whole, ArrayNode start) {
        boolean same = whole.size() >= start.size();
        for (int i = 0; same && i < start.size(); i++) {
            same = whole.get(i).equals(start.get(i));
        }
        return same;
    }

    private ObjectNode operation(String name, String path) {
        return operations.addObject().put("op", name).put("path", path);
    }

    private static String member(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static void apply(ObjectNode root, JsonNode operation) {
        JsonPointer path = JsonPointer.compile(operation.path("path").asText());
        if (path.matches()) {
            throw new IllegalArgumentException("A patch changes members, not the whole");
        }
        JsonNode parent = root.at(path.head());
        String name = path.last().getMatchingProperty();
        String what = operation.path("op").asText();
        if (what.equals(ADD) && parent instanceof ArrayNode array && name.equals(AT_END)) {
            array.add(operation.required("value"));
        } else if (what.equals(ADD) && parent instanceof ObjectNode object) {
            object.set(name, operation.required("value"));
        } else if (what.equals(REMOVE) && parent instanceof ObjectNode object && object.has(name)) {
            object.remove(name);
        } else {
            throw new IllegalArgumentException("Nothing there that this could change: " + path);
        }
    }

    private static ObjectNode object(byte[] json) {
        if (tree(json) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("Only objects can be changed in part");
    }

    private static JsonNode tree(byte[] json) {
        try {
            return TREES.readTree(json);
        } catch (IOException e) {
            throw new IllegalArgumentException("Not JSON: " + e.getMessage(), e);
        }
    }
}
