package dev.kvitt.events.contract;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.kvitt.events.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The schemas and examples as they lie in the module. */
final class Schemas {

    static final String BASE = "https://kvitt.example/schemas/";
    static final Path FOLDER = Path.of("src/main/resources/kvitt/schemas");
    static final Path EXAMPLES = Path.of("src/main/resources/kvitt/examples");

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(BASE, "classpath:kvitt/schemas/")));
    private static final SchemaValidatorsConfig CONFIG =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Schemas() {}

    static JsonSchema of(EventType type) {
        return FACTORY.getSchema(SchemaLocation.of(BASE + type.typeName() + ".json"), CONFIG);
    }

    /** A definition of {@code common.json}. */
    static JsonSchema definition(String name) {
        return FACTORY.getSchema(SchemaLocation.of(BASE + "common.json#/$defs/" + name), CONFIG);
    }

    /** What JSON Schema itself says a schema is. */
    static JsonSchema metaSchema() {
        return FACTORY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"), CONFIG);
    }

    static JsonNode tree(EventType type) {
        return read(FOLDER.resolve(type.typeName() + ".json"));
    }

    static JsonNode common() {
        return read(FOLDER.resolve("common.json"));
    }

    static JsonNode example(EventType type) {
        return read(EXAMPLES.resolve(type.typeName() + ".json"));
    }

    static JsonNode parse(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, JsonNode node) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
