package dev.kvitt.sandbox.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Nearly valid JSON: one or two fields of a good body made wrong. */
record JsonTwist(Chance chance) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    String twist(String good) {
        try {
            JsonNode tree = JSON.readTree(good);
            List<ObjectNode> objects = new ArrayList<>();
            collect(tree, objects);
            if (objects.isEmpty()) {
                return good;
            }
            for (int i = 0; i <= chance.below(2); i++) {
                twist(chance.oneOf(objects));
            }
            return JSON.writeValueAsString(tree);
        } catch (JsonProcessingException aForm) {
            return good + chance.badText();
        }
    }

    /** One field twice, the second with another value. */
    String doubled(String good) {
        int brace = good.indexOf('{');
        int colon = good.indexOf(':');
        return brace < 0 || colon < brace
                ? good
                : good.substring(0, brace + 1) + good.substring(brace + 1, colon) + ":17," + good.substring(brace + 1);
    }

    String deep() {
        int depth = 1 + chance.below(5000);
        return chance.percent(50)
                ? "{\"a\":".repeat(depth) + "1" + "}".repeat(depth)
                : "[".repeat(depth) + "]".repeat(depth);
    }

    private void twist(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || chance.percent(15)) {
            object.set(chance.oneOf("surprise", "Amount", "", "__proto__", "\u0000"), anything());
            return;
        }
        String name = chance.oneOf(names);
        if (chance.percent(25)) {
            object.remove(name);
        } else {
            object.set(name, anything());
        }
    }

    private JsonNode anything() {
        return switch (chance.below(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(chance.percent(50));
            case 2 -> NODES.numberNode(chance.anyLong());
            case 3 -> NODES.numberNode(new BigInteger("9".repeat(1 + chance.below(400))));
            case 4 -> NODES.numberNode(new BigDecimal("0.1").scaleByPowerOfTen(chance.below(600) - 300));
            case 5 -> NODES.numberNode(-chance.below(3));
            case 6 -> NODES.arrayNode().add(chance.badText());
            case 7 -> NODES.objectNode();
            case 8 -> NODES.objectNode().put(chance.badText(), chance.badText());
            default -> NODES.textNode(chance.badText());
        };
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }
}
