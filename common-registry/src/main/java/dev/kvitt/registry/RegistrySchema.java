package dev.kvitt.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Checks the form of the file against {@code kvitt/registry.schema.json}. The sentences are made from the schema's own
 * descriptions, because a validator's texts quote the value, and that may be a secret written in the wrong place.
 */
final class RegistrySchema {

    private static final JsonNode TREE = tree();
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(
                    TREE,
                    SchemaValidatorsConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .build());

    private RegistrySchema() {}

    static List<Problem> check(YamlDocument document) {
        return SCHEMA.validate(document.root()).stream()
                .map(message -> problem(document, message))
                .toList();
    }

    private static Problem problem(YamlDocument document, ValidationMessage message) {
        var pointer = message.getInstanceLocation().toString();
        return switch (message.getType()) {
            case "required" -> document.problem(pointer, "the field " + message.getProperty() + " is missing; add it");
            case "additionalProperties" ->
                document.problem(
                        pointer + "/" + message.getProperty(),
                        "no such field is known here; correct its name or remove it");
            default -> document.problem(pointer, "must be " + description(message));
        };
    }

    /** Of the part of the schema whose keyword was not met. */
    private static String description(ValidationMessage message) {
        var keyword = message.getSchemaLocation().getFragment().toString();
        var part = keyword.substring(keyword.indexOf('/'), keyword.lastIndexOf('/'));
        return TREE.at(part).path("description").asText();
    }

    private static JsonNode tree() {
        try (var in = RegistrySchema.class.getResourceAsStream("/kvitt/registry.schema.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the schema of the registry is missing from its own jar", e);
        }
    }
}
