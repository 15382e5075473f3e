package dev.kvitt.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Pattern;

/**
 * What a value without quotes is. Plainer than YAML 1.1, which reads the market {@code NO} as false and {@code 0123} as
 * 83. A number with a point is text: JSON Schema would take 50.00 for the integer 50, and here it is a mistake about money.
 */
final class PlainScalar {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,17})");

    private PlainScalar() {}

    static JsonNode toJson(String text) {
        var nodes = JsonNodeFactory.instance;
        return switch (text) {
            case "", "~", "null" -> nodes.nullNode();
            case "true" -> nodes.booleanNode(true);
            case "false" -> nodes.booleanNode(false);
            default ->
                WHOLE_NUMBER.matcher(text).matches() ? nodes.numberNode(Long.parseLong(text)) : nodes.textNode(text);
        };
    }
}
