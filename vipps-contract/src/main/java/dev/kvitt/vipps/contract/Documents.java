package dev.kvitt.vipps.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** The official files with our overlay of what has changed since they were published. */
final class Documents {

    /** The one reference out of a file leads to the published copy of another. */
    private static final String RECEIPT = "/components/schemas/Receipt";

    private static final YAMLMapper YAML = new YAMLMapper();

    private Documents() {}

    static Map<Specification, ObjectNode> read(Path folder) {
        Map<Specification, ObjectNode> documents = new EnumMap<>(Specification.class);
        for (Specification each : Specification.values()) {
            documents.put(each, read(folder, each));
        }
        return documents;
    }

    static String uri(Specification specification) {
        return "https://specifications.invalid/" + specification.file();
    }

    private static ObjectNode read(Path folder, Specification specification) {
        try {
            ObjectNode document = (ObjectNode)
                    YAML.readTree(folder.resolve(specification.file()).toFile());
            MergePatch.apply(document, overlay(specification));
            mapReferences(document);
            closeObjects(document);
            return document;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode overlay(Specification specification) throws IOException {
        try (InputStream overlay = Documents.class.getResourceAsStream("/overlay/" + specification.file())) {
            return overlay == null ? YAML.createObjectNode() : YAML.readTree(overlay);
        }
    }

    private static void mapReferences(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("$ref").isTextual()) {
            String reference = object.get("$ref").textValue();
            if (reference.startsWith("http") && reference.endsWith(RECEIPT)) {
                object.put("$ref", uri(Specification.ORDER_MANAGEMENT) + "#" + RECEIPT);
            }
        }
        node.forEach(Documents::mapReferences);
    }

    /** Unknown fields are refused by Vipps although few files say so; an answer with one would be just as wrong. */
    private static void closeObjects(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && !object.has("allOf")) {
            object.put("additionalProperties", false);
        }
        if (node instanceof ObjectNode object && object.path("allOf") instanceof ArrayNode) {
            object.properties().stream()
                    .filter(entry -> !entry.getKey().equals("allOf"))
                    .forEach(entry -> closeObjects(entry.getValue()));
            return;
        }
        node.forEach(Documents::closeObjects);
    }
}
