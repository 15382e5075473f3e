package dev.kvitt.events.contract;

import dev.kvitt.events.EventType;
import dev.kvitt.events.TopicUser;
import dev.kvitt.events.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code docs/events.md} says about one type: who sends it, its fields, an example. */
record EventSection(AsyncApi document, EventType type) {

    String text() {
        var schema = Schemas.tree(type);
        return """

                ### %s

                %s

                %s Key: %s.
                %s
                ```
                %s```

                ```json
                %s
                ```
                """
                .formatted(
                        type.typeName(),
                        schema.path("description").asText(),
                        ways(),
                        document.message(type)
                                .at("/bindings/kafka/key/description")
                                .asText(),
                        new FieldTable(schema).text(),
                        headers(document.exampleHeaders(type)),
                        example());
    }

    private String ways() {
        return Topics.ALL.stream()
                .filter(topic -> document.types(document.channel(topic)).contains(type.typeName()))
                .map(topic -> "On `%s`: written by %s; read by %s."
                        .formatted(topic, users("send", topic), users("receive", topic)))
                .collect(Collectors.joining(" "));
    }

    private String users(String action, String topic) {
        var users = document.users(action, type.typeName(), topic);
        return users.isEmpty()
                ? "nobody"
                : users.stream().map(TopicUser::principal).collect(Collectors.joining(", "));
    }

    private static String headers(Map<String, String> headers) {
        return headers.entrySet().stream()
                .map(header -> header.getKey() + ": " + header.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private String example() {
        try {
            return Files.readString(Schemas.EXAMPLES.resolve(type.typeName() + ".json"))
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
