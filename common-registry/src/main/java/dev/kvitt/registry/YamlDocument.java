package dev.kvitt.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * A YAML file as JSON, with the line each value stands on.
 *
 * @param lines by JSON pointer, counted from 1
 * @param problems what YAML allows and a registry does not, such as a key that stands twice
 */
record YamlDocument(JsonNode root, Map<String, Integer> lines, List<Problem> problems) {

    Problem problem(String pointer, String sentence) {
        return new Problem(line(pointer), pointer, sentence);
    }

    /** Of the value, or of the nearest one around it. */
    private int line(String pointer) {
        for (var at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
            var line = lines.get(at);
            if (line != null) {
                return line;
            }
        }
        return lines.getOrDefault("", 1);
    }
}
