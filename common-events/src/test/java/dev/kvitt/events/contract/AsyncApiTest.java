package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Topics;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {

    private final AsyncApi document = AsyncApi.read();

    @Test
    void itIsAnAsyncApi3DocumentWithAChannelForEachTopicThatHasTypes() {
        // What came by HTTP is said as on pos.sales.
        var topics = Stream.concat(Arrays.stream(EventType.values()).map(EventType::topic), Stream.of(Topics.POS_HTTP))
                .distinct();

        assertThat(document.root().path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(children(document.root().path("channels"))
                        .map(channel -> channel.path("address").asText()))
                .containsExactlyInAnyOrderElementsOf(topics.toList())
                .isSubsetOf(Topics.ALL);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeIsAMessageOfItsTopicsChannelWithItsSchemaAndExample(EventType type) {
        var message = document.message(type);
        var channel = document.root().path("channels").path(type.topic());

        assertThat(children(channel.path("messages")).map(document::follow)).contains(message);
        assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo("schemas/" + type.typeName() + ".json");
        assertThat(message.at("/examples/0/payload/$ref").asText()).isEqualTo("examples/" + type.typeName() + ".json");
        assertThat(message.at("/bindings/kafka/key/type").asText()).isEqualTo("string");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeIsSentBySomebody(EventType type) {
        var sent = children(document.root().path("operations"))
                .filter(operation -> operation.path("action").asText().equals("send"))
                .flatMap(operation -> children(operation.path("messages")))
                .map(document::follow)
                .map(document::follow);

        assertThat(sent).contains(document.message(type));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void theKeyInTheExampleFitsWhatIsSaidAboutTheKey(EventType type) {
        var key = document.message(type).at("/bindings/kafka/key/pattern").asText();

        assertThat(document.exampleHeaders(type).get("ce_subject")).matches(key);
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(references(document.root()).toList()).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.root().at(reference.substring(1)).isMissingNode())
                        .isFalse();
            } else {
                assertThat(Files.exists(AsyncApi.FILE.resolveSibling(reference)))
                        .isTrue();
            }
        });
    }

    private static Stream<String> references(JsonNode node) {
        var own = node.path("$ref").isTextual() ? List.of(node.path("$ref").textValue()) : List.<String>of();
        return Stream.concat(own.stream(), children(node).flatMap(AsyncApiTest::references));
    }

    private static Stream<JsonNode> children(JsonNode node) {
        Spliterator<JsonNode> all = node.spliterator();
        return StreamSupport.stream(all, false);
    }
}
