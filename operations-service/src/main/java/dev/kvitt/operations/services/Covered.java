package dev.kvitt.operations.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/** The body of a message as people may see it: without addresses that open a payment, and without what is sealed. */
public final class Covered {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern SEALED = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){4}");
    /** Whoever has one can open the payment, or see what became of the sale. */
    private static final Set<String> ADDRESSES = Set.of("redirectUrl", "returnUrl");

    private Covered() {}

    /** @throws IOException when it is no JSON */
    public static JsonNode of(byte[] json) throws IOException {
        var tree = JSON.readTree(json);
        cover(tree);
        return tree;
    }

    /** What is no JSON has no field to be covered, and stays as it is. */
    static String text(String body) {
        try {
            var tree = JSON.readTree(body);
            var before = tree.deepCopy();
            cover(tree);
            return tree.equals(before) ? body : tree.toString();
        } catch (IOException e) {
            return body;
        }
    }

    private static void cover(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (ADDRESSES.contains(field.getKey())) {
                    field.setValue(TextNode.valueOf("(not shown)"));
                } else if (SEALED.matcher(field.getValue().asText("")).matches()) {
                    field.setValue(TextNode.valueOf("(sealed)"));
                }
            });
        }
        if (node instanceof ContainerNode<?> container) {
            container.forEach(Covered::cover);
        }
    }
}
