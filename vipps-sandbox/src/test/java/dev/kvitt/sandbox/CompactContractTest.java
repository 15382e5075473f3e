package dev.kvitt.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.sandbox.coverage.ApiOperation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own contract test: always runs, and against the sandbox as it starts when nothing is set. */
@QuarkusTest
class CompactContractTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<CompactContract> contracts() {
        return CompactContracts.stream();
    }

    static Stream<CompactContract> contractsWithJsonBody() {
        return contracts()
                .filter(contract -> contract.operation().call().startsWith("P"))
                .filter(contract -> !contract.operation().api().equals(ApiOperation.ACCESS_TOKEN.api()));
    }

    @AfterEach
    void nothingIsLeftBehind() {
        Registrations.clear();
    }

    @Test
    void every_operation_has_a_contract() {
        Set<ApiOperation> expected = EnumSet.allOf(ApiOperation.class);
        expected.remove(ApiOperation.DELIVER_WEBHOOK);

        assertThat(contracts().map(CompactContract::operation)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void the_answer_has_its_status_its_media_type_and_no_other_fields(CompactContract contract) {
        Response answer = GoodCalls.of(contract.operation())
                .send()
                .statusCode(contract.status())
                .extract()
                .response();

        if (contract.mediaType().isEmpty()) {
            assertThat(answer.asString()).isEmpty();
        } else {
            assertThat(answer.contentType()).isEqualTo(contract.mediaType());
            assertThat(leaves(tree(answer.asString()), ""))
                    .containsAll(contract.answers())
                    .isSubsetOf(contract.allAnswers());
        }
    }

    @ParameterizedTest
    @MethodSource("contractsWithJsonBody")
    void a_needed_field_is_missed_and_another_one_is_not(CompactContract contract) {
        Set<String> fields = names(good(contract), "");
        assertThat(fields).containsAll(contract.needs());

        for (String field : fields) {
            GoodCall call = GoodCalls.of(contract.operation());
            String without = without(tree(call.body()), field);
            int status = call.withBody(without).send().extract().statusCode();
            assertThat(status)
                    .as("without %s: %s", field, without)
                    .isEqualTo(contract.needs().contains(field) ? 400 : contract.status());
        }
    }

    @ParameterizedTest
    @MethodSource("contractsWithJsonBody")
    void further_fields_are_taken(CompactContract contract) throws JsonProcessingException {
        for (String more : contract.takes()) {
            GoodCall call = GoodCalls.of(contract.operation());
            String extended =
                    JSON.readerForUpdating(tree(call.body())).readValue(more).toString();
            assertThat(call.withBody(extended).send().extract().statusCode())
                    .as(extended)
                    .isEqualTo(contract.status());
        }
    }

    @ParameterizedTest
    @MethodSource("contractsWithJsonBody")
    void a_field_nobody_knows_is_refused_wherever_it_stands(CompactContract contract) {
        Set<String> objects = names(good(contract), "").stream()
                .filter(name -> good(contract).at(name).isObject())
                .collect(Collectors.toCollection(TreeSet::new));
        objects.add("");

        for (String object : objects) {
            GoodCall call = GoodCalls.of(contract.operation());
            JsonNode body = tree(call.body());
            ((ObjectNode) body.at(object)).put("surprise", 1);
            assertThat(call.withBody(body.toString()).send().extract().statusCode())
                    .as(body.toString())
                    .isEqualTo(400);
        }
    }

    private static JsonNode good(CompactContract contract) {
        return tree(GoodCalls.of(contract.operation()).body());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(json, e);
        }
    }

    /** Of everything below a node. */
    private static Set<String> names(JsonNode node, String name) {
        Set<String> names = new TreeSet<>();
        node.propertyStream().forEach(field -> {
            names.add(name + "/" + field.getKey());
            names.addAll(names(field.getValue(), name + "/" + field.getKey()));
        });
        for (int place = 0; node.isArray() && place < node.size(); place++) {
            names.add(name + "/" + place);
            names.addAll(names(node.get(place), name + "/" + place));
        }
        return names;
    }

    /** Of the values below a node; 0 stands for every place of an array. */
    private static Set<String> leaves(JsonNode node, String name) {
        if (node.isEmpty()) {
            return Set.of(name);
        }
        Set<String> leaves = new TreeSet<>();
        node.propertyStream().forEach(field -> leaves.addAll(leaves(field.getValue(), name + "/" + field.getKey())));
        for (int place = 0; node.isArray() && place < node.size(); place++) {
            leaves.addAll(leaves(node.get(place), name + "/0"));
        }
        return leaves;
    }

    private static String without(JsonNode body, String field) {
        JsonPointer pointer = JsonPointer.compile(field);
        String last = pointer.last().getMatchingProperty();
        switch (body.at(pointer.head())) {
            case ArrayNode array -> array.remove(Integer.parseInt(last));
            case ObjectNode object -> object.remove(last);
            case JsonNode other -> throw new IllegalStateException(other + " has no fields");
        }
        return body.toString();
    }
}
