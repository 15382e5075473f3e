package dev.kvitt.vipps.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.oas.OpenApi30;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Validates values by schemas inside the official files, in the OpenAPI 3.0 dialect. */
final class Schemas {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonSchemaFactory factory;

    Schemas(Map<Specification, ObjectNode> documents) {
        Map<String, String> byUri = documents.entrySet().stream()
                .collect(Collectors.toMap(entry -> Documents.uri(entry.getKey()), entry -> entry.getValue()
                        .toString()));
        factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V4, builder -> builder.metaSchema(OpenApi30.getInstance())
                        .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
                        .schemaLoaders(loaders -> loaders.schemas(byUri)));
    }

    /** @param pointer JSON pointer of the schema in its file */
    List<String> complaints(Specification file, String pointer, JsonNode value) {
        SchemaLocation location = SchemaLocation.of(Documents.uri(file) + "#" + pointer);
        return factory.getSchema(location, CONFIG).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .toList();
    }

    /** A header or parameter: text, unless the schema wants a number or truth value. */
    List<String> complaintsOfText(Specification file, String pointer, String type, String value) {
        JsonNode node = new TextNode(value);
        if (!type.isEmpty() && !type.equals("string")) {
            try {
                node = JSON.readTree(value);
            } catch (JsonProcessingException notJson) {
                return List.of("is no " + type);
            }
        }
        return complaints(file, pointer, node);
    }

    List<String> complaintsOfBody(Specification file, String pointer, String body) {
        try {
            return complaints(file, pointer, JSON.readTree(body));
        } catch (JsonProcessingException notJson) {
            return List.of("body is not JSON");
        }
    }
}
