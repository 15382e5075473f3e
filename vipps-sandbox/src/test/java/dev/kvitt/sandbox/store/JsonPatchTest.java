package dev.kvitt.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonPatchTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int PAIRS = 5_000;
    /** Few, so that two objects have some in common; and those that a path must write differently. */
    private static final List<String> NAMES = List.of("a", "b", "", "-", "0", "~1", "x/y", "æ \"ø\"");

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);

    @Test
    void only_what_changed_is_written() {
        assertThat(
                        patch(
                                "{\"state\":\"CREATED\",\"order\":{\"a\":1},\"events\":[1]}",
                                """
                {"state":"AUTHORIZED","order":{"a":1},"events":[1,{"b":2}]}
                """))
                .isEqualTo("[{\"op\":\"add\",\"path\":\"/state\",\"value\":\"AUTHORIZED\"},"
                        + "{\"op\":\"add\",\"path\":\"/events/-\",\"value\":{\"b\":2}}]");
    }

    @Test
    void an_array_that_lost_something_is_written_whole() {
        assertThat(patch("{\"keys\":[1,2]}", "{\"keys\":[2,3]}"))
                .isEqualTo("[{\"op\":\"add\",\"path\":\"/keys\",\"value\":[2,3]}]");
    }

    @Test
    void numbers_stay_as_they_were_written() {
        byte[] before = bytes("{\"a\":1.10,\"b\":9007199254740993,\"c\":1}");
        byte[] patch = JsonPatch.between(before, bytes("{\"a\":1.10,\"b\":9007199254740993,\"c\":2.50}"));
        assertThat(new String(JsonPatch.apply(before, patch), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":1.10,\"b\":9007199254740993,\"c\":2.50}");
    }

    @Test
    void any_object_and_its_patch_give_the_next() throws IOException {
        System.out.println("JsonPatchTest seed " + seed);
        for (int i = 0; i < PAIRS; i++) {
            byte[] before = JSON.writeValueAsBytes(object(3));
            byte[] after = JSON.writeValueAsBytes(object(3));
            byte[] got = JsonPatch.apply(before, JsonPatch.between(before, after));
            assertThat(JSON.readTree(got)).as("seed %d", seed).isEqualTo(JSON.readTree(after));
        }
    }

    @Test
    void a_patch_of_something_else_is_an_error() {
        for (String patch : List.of(
                "[{\"op\":\"remove\",\"path\":\"/b\"}]",
                "[{\"op\":\"add\",\"path\":\"/b/c\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/a/-\",\"value\":1}]",
                "[{\"op\":\"add\",\"path\":\"/a\"}]",
                "[{\"op\":\"move\",\"path\":\"/a\"}]",
                "[1]")) {
            assertThatThrownBy(() -> JsonPatch.apply(bytes("{\"a\":1}"), bytes(patch)))
                    .as(patch)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private ObjectNode object(int depth) {
        ObjectNode object = JSON.createObjectNode();
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                object.set(name, node(depth));
            }
        }
        return object;
    }

    private JsonNode node(int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> JSON.getNodeFactory().numberNode(random.nextInt(3));
            case 1 -> JSON.getNodeFactory().textNode(NAMES.get(random.nextInt(NAMES.size())));
            case 2 -> JSON.nullNode();
            case 3 -> object(depth - 1);
            default -> array(depth - 1);
        };
    }

    private ArrayNode array(int depth) {
        ArrayNode array = JSON.createArrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
            array.add(node(depth));
        }
        return array;
    }

    private static String patch(String before, String after) {
        return new String(JsonPatch.between(bytes(before), bytes(after)), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
