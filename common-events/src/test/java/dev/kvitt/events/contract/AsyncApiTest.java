package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.kvitt.events.EventType;
import dev.kvitt.events.TopicUser;
import dev.kvitt.events.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class AsyncApiTest {

    private final AsyncApi document = AsyncApi.read();

    @Test
    void itIsAnAsyncApi3DocumentWithAChannelForEachTopicAndNoOther() {
        assertThat(document.root().path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(children(document.root().path("channels"))
                        .map(channel -> channel.path("address").asText()))
                .containsExactlyInAnyOrderElementsOf(Topics.ALL);
    }

    /** The official schema lies in no artifact that Maven Central serves; .ci/node-till has it from its npm package. */
    @Test
    @EnabledIfSystemProperty(
            named = "asyncapi.schema",
            matches = ".+",
            disabledReason = "needs AsyncAPI's own JSON Schema: .ci/node-till names it")
    void itIsWhatTheOfficialSchemaOfAsyncApi3AsksFor() {
        var official = Schemas.read(Path.of(System.getProperty("asyncapi.schema")));
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(official);
        ObjectNode broken = document.root().deepCopy();
        ((ObjectNode) broken.at("/channels/pos.sales/bindings/kafka")).put("partitions", "many");

        assertThat(schema.validate(document.root())).isEmpty();
        assertThat(schema.validate(broken)).isNotEmpty();
    }

    @Test
    void itNamesEveryTypeAndNoOther() {
        assertThat(children(document.root().at("/components/messages"))
                        .map(message -> message.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EventType.values())
                        .map(EventType::typeName)
                        .toList());
    }

    @ParameterizedTest
    @FieldSource("dev.kvitt.events.Topics#ALL")
    void aChannelCarriesTheTypesOfItsTopicAndNoOthers(String topic) {
        var own = Arrays.stream(EventType.values())
                .filter(type -> type.topic().equals(topic))
                .map(EventType::typeName)
                .toList();
        var carried = document.types(document.channel(topic));

        assertThat(carried).isNotEmpty().doesNotHaveDuplicates();
        // A topic that has no types of its own carries those of another.
        assertThat(own.isEmpty() ? List.of() : carried).containsExactlyInAnyOrderElementsOf(own);
    }

    @Test
    void whoWritesAndReadsWhatIsWhatTheCodeSaysAndNothingElse() {
        var declared = Arrays.stream(TopicUser.values())
                .flatMap(user -> Stream.concat(
                        user.writes().stream().map(topic -> AsyncApi.operation(user, "send", topic)),
                        user.reads().stream().map(topic -> AsyncApi.operation(user, "receive", topic))));

        assertThat(document.root().path("operations").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(declared.toList());
    }

    @Test
    void anOperationIsCalledAfterItsUserItsActionAndItsChannel() {
        assertThat(document.root().path("operations").properties()).allSatisfy(operation -> {
            var topic = document.follow(operation.getValue().path("channel"))
                    .path("address")
                    .asText();
            var action = operation.getValue().path("action").asText();
            assertThat(TopicUser.values())
                    .extracting(user -> AsyncApi.operation(user, action, topic))
                    .contains(operation.getKey());
            assertThat(document.types(operation.getValue()))
                    .isNotEmpty()
                    .isSubsetOf(document.types(document.channel(topic)));
        });
    }

    @Test
    void aServiceReadsInTheGroupThatBearsItsName() {
        for (var user : TopicUser.values()) {
            for (var topic : user.reads()) {
                var binding = document.root()
                        .path("operations")
                        .path(AsyncApi.operation(user, "receive", topic))
                        .at("/bindings/kafka");
                assertThat(binding.at("/groupId/type").asText())
                        .as("%s on %s", user, topic)
                        .isEqualTo("string");
                assertThat(children(binding.at("/groupId/enum")).map(JsonNode::asText))
                        .as("%s on %s", user, topic)
                        .isEqualTo(user.isService() ? List.of(user.principal()) : List.of());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeIsAMessageOfItsTopicsChannelWithItsSchemaAndExample(EventType type) {
        var message = document.message(type);
        var channel = document.channel(type.topic());

        assertThat(document.types(channel)).contains(type.typeName());
        assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo("schemas/" + type.typeName() + ".json");
        assertThat(message.at("/examples/0/payload/$ref").asText()).isEqualTo("examples/" + type.typeName() + ".json");
        assertThat(message.at("/bindings/kafka/key/type").asText()).isEqualTo("string");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyTypeIsSentBySomebody(EventType type) {
        assertThat(document.users("send", type.typeName(), type.topic())).isNotEmpty();
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
