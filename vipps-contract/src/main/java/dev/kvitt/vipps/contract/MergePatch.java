package dev.kvitt.vipps.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): objects are merged, null takes away, all else replaces. */
final class MergePatch {

    private MergePatch() {}

    static void apply(ObjectNode target, JsonNode patch) {
        patch.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value.isObject()) {
                apply(target.path(name).isObject() ? (ObjectNode) target.get(name) : target.putObject(name), value);
            } else {
                target.set(name, value);
            }
        });
    }
}
