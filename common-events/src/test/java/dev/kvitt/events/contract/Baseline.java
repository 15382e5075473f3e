package dev.kvitt.events.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kvitt.events.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The recorded contract: the schemas of the last record, and messages of all records. */
record Baseline(Path folder) {

    static final Baseline RECORDED = new Baseline(Path.of("src/test/resources/contract-baseline"));
    static final boolean ASKED_TO_RECORD = Boolean.getBoolean("kvitt.record-baseline");

    /** A message as it may still lie in a topic. */
    record Message(String file, Map<String, String> headers, JsonNode value) {}

    Contract contract() {
        return Contract.in(schemas());
    }

    List<Message> messages() {
        try (var files = Files.list(folder.resolve("messages"))) {
            return files.sorted().map(Baseline::message).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Schemas replace those of the last record; messages are added to those that are there. */
    void record(Contract current, AsyncApi asyncApi) {
        current.schemas().forEach((name, schema) -> Schemas.write(schemas().resolve(name + ".json"), schema));
        Arrays.stream(EventType.values()).forEach(type -> addMessage(type, asyncApi.exampleHeaders(type)));
    }

    private void addMessage(EventType type, Map<String, String> headers) {
        var message = JsonNodeFactory.instance.objectNode();
        headers.forEach(message.putObject("headers")::put);
        message.set("value", Schemas.example(type));
        for (var number = 1; ; number++) {
            var file = folder.resolve("messages").resolve(type.typeName() + "-" + number + ".json");
            if (!Files.exists(file)) {
                Schemas.write(file, message);
                return;
            }
            if (Schemas.read(file).equals(message)) {
                return;
            }
        }
    }

    private Path schemas() {
        return folder.resolve("schemas");
    }

    private static Message message(Path file) {
        var json = Schemas.read(file);
        var headers = new LinkedHashMap<String, String>();
        json.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().textValue()));
        return new Message(file.getFileName().toString(), headers, json.path("value"));
    }
}
