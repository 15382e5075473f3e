package dev.kvitt.events.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.kvitt.events.EventType;
import dev.kvitt.events.TopicUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    JsonNode channel(String topic) {
        return StreamSupport.stream(root.path("channels").spliterator(), false)
                .filter(channel -> channel.path("address").asText().equals(topic))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no channel has the address " + topic));
    }

    /** The names of the types that a channel or an operation carries. */
    List<String> types(JsonNode carrier) {
        return StreamSupport.stream(carrier.path("messages").spliterator(), false)
                .map(this::follow)
                .map(message -> message.has("$ref") ? follow(message) : message)
                .map(message -> message.path("name").asText())
                .toList();
    }

    /** Who may do this with messages of the type in the topic, by the names of the operations. */
    List<TopicUser> users(String action, String typeName, String topic) {
        return Stream.of(TopicUser.values())
                .filter(user -> types(root.path("operations").path(operation(user, action, topic)))
                        .contains(typeName))
                .toList();
    }

    /** What an operation must be called: who, what, where. */
    static String operation(TopicUser user, String action, String topic) {
        var who = camel(user.principal(), "-");
        return who.substring(0, 1).toLowerCase(Locale.ROOT)
                + who.substring(1)
                + (action.equals("send") ? "Sends" : "Receives")
                + camel(topic, "\\.");
    }

    private static String camel(String name, String separator) {
        return Stream.of(name.split(separator))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
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
