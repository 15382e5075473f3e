package dev.kvitt.events.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.kvitt.events.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The AsyncAPI document as it lies in the module. */
final class AsyncApi {

    static final Path FILE = Path.of("src/main/resources/kvitt/asyncapi.yaml");

    private final JsonNode root;

    private AsyncApi(JsonNode root) {
        this.root = root;
    }

    static AsyncApi read() {
        try {
            return new AsyncApi(new ObjectMapper(new YAMLFactory()).readTree(FILE.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode root() {
        return root;
    }

    /** Follows a reference inside the document. */
    JsonNode follow(JsonNode reference) {
        return root.at(reference.path("$ref").asText().substring(1));
    }

    JsonNode message(EventType type) {
        return StreamSupport.stream(root.at("/components/messages").spliterator(), false)
                .filter(message -> message.path("name").asText().equals(type.typeName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no message is named " + type.typeName()));
    }

    /** The headers of the type's example. */
    Map<String, String> exampleHeaders(EventType type) {
        var headers = new LinkedHashMap<String, String>();
        message(type)
                .at("/examples/0/headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().textValue()));
        return headers;
    }
}
