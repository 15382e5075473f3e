package dev.kvitt.operations.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {

    /** A message of every type, as the contract of events has them. */
    private static final Path MESSAGES = Path.of("../common-events/src/test/resources/contract-baseline/messages");

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void every_type_has_its_words() throws IOException {
        var told = new HashSet<String>();
        try (var files = Files.list(MESSAGES)) {
            for (var file : files.toList()) {
                var message = message(file);
                var entry = Timeline.of(List.of(message)).getFirst();
                assertThat(entry.title()).as("%s", file).isNotBlank().isNotEqualTo("Message that cannot be read");
                assertThat(entry.text()).as("%s", file).isNotBlank().doesNotContain("null", "%s");
                assertThat(entry.id()).startsWith(message.topic() + ":");
                told.add(message.type());
            }
        }
        assertThat(told).hasSize(EventType.values().length);
    }

    private static Message message(Path file) throws IOException {
        var tree = JSON.readTree(file.toFile());
        var headers = JSON.convertValue(tree.get("headers"), new TypeReference<Map<String, String>>() {});
        var body = JSON.writeValueAsBytes(tree.get("value"));
        var event = EventCodec.read(headers, body);
        return new Message(
                event.key(),
                event.topic(),
                event.id(),
                event.type().typeName(),
                event.time(),
                event.source(),
                0,
                0,
                null,
                headers,
                body,
                null);
    }
}
