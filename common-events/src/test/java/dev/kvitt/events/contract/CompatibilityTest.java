package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each rule refuses what it is there for: one schema of the current contract is changed in memory. */
class CompatibilityTest {

    private static final String SENT = "kvitt.sale.amount-confirmed.v1";
    private static final String CANCELLED = "kvitt.sale.cancelled.v1";
    private static final String READ = "kvitt.payment.authorized.v1";
    private static final String ENDED = "kvitt.payment.ended.v1";

    private final Contract recorded = Contract.in(Schemas.FOLDER);

    @Test
    void anUnchangedContractBreaksNothing() {
        assertThat(recorded.brokenBy(Contract.in(Schemas.FOLDER))).isEmpty();
    }

    @Test
    void aRemovedTypeIsRefused() {
        var without = new TreeMap<>(recorded.schemas());
        without.remove(SENT);

        assertThat(recorded.brokenBy(new Contract(without))).containsExactly(SENT + " was removed");
    }

    @Test
    void aRemovedPropertyIsRefused() {
        assertThat(changed(SENT, "/properties", node -> node.remove("lines")))
                .contains(SENT + "/lines was removed", SENT + "/lines[]/total/value was removed");
    }

    @ParameterizedTest
    @CsvSource({
        "/$defs/money/properties/value, type, string, /amount/value has another type",
        "/$defs/time, format, date, another format",
        "/$defs/saleId, pattern, ^.*$, /saleId has another pattern",
        "/$defs/attempt, pattern, ^1$, /attempt has another pattern",
    })
    void anotherTypeFormatOrPatternIsRefusedAlsoInASharedDefinition(
            String place, String keyword, String value, String refusal) {
        assertThat(changed(Contract.COMMON, place, node -> node.put(keyword, value)))
                .anyMatch(sentence -> sentence.endsWith(refusal));
    }

    @Test
    void fewerConstantsAreRefusedAndMoreAreNot() {
        assertThat(changed(ENDED, "/properties/how", node -> ((ArrayNode) node.path("enum")).remove(0)))
                .containsExactly(ENDED + "/how allows fewer constants");
        assertThat(changed(CANCELLED, "/properties/reason", node -> node.putArray("enum")
                        .add("jam")))
                .containsExactly(CANCELLED + "/reason allows fewer constants");
        assertThat(changed(ENDED, "/properties/how", node -> node.remove("enum")))
                .containsExactly(ENDED + "/how is no list of constants any more");
        assertThat(changed(ENDED, "/properties/how", node -> ((ArrayNode) node.path("enum")).add("RETURNED")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/$defs/money/properties/value, maximum, 999999999999, narrower maximum",
        "/$defs/money/properties/value, minimum, 1, narrower minimum",
        "/$defs/money/properties/value, exclusiveMinimum, 0, narrower exclusiveMinimum",
        "/$defs/requestId, maxLength, 63, narrower maxLength",
        "/$defs/requestId, minLength, 2, narrower minLength",
        "/$defs/refusal/properties/sentence, maxLength, 100, narrower maxLength",
    })
    void narrowerBoundsAreRefused(String place, String bound, long value, String refusal) {
        assertThat(changed(Contract.COMMON, place, node -> node.put(bound, value)))
                .isNotEmpty()
                .allMatch(sentence -> sentence.endsWith(refusal));
    }

    @Test
    void widerBoundsAreAllowed() {
        assertThat(changed(
                        Contract.COMMON, "/$defs/money/properties/value", node -> node.put("maximum", Long.MAX_VALUE)))
                .isEmpty();
        assertThat(changed(SENT, "/properties/lines", node -> node.put("maxItems", 1000)))
                .isEmpty();
        assertThat(changed(SENT, "/properties/lines", node -> node.put("maxItems", 499)))
                .containsExactly(SENT + "/lines has a narrower maxItems");
    }

    @Test
    void aFieldThatIsNewlyRequiredIsRefusedForOldMessagesDoNotHaveIt() {
        assertThat(changed(SENT, "", node -> ((ArrayNode) node.path("required")).add("lines")))
                .containsExactly(SENT + " newly requires lines");
        assertThat(changed(READ, "", node -> ((ArrayNode) node.path("required")).add("selectUntil")))
                .containsExactly(READ + " newly requires selectUntil");
    }

    @Test
    void aFieldThatTillsReadMustStayRequiredAndOneThatTheySendNeedNot() {
        assertThat(changed(READ, "", node -> ((ArrayNode) node.path("required")).remove(0)))
                .containsExactly(READ + " no longer promises sale");
        assertThat(changed(CANCELLED, "", node -> ((ArrayNode) node.path("required")).remove(0)))
                .isEmpty();
    }

    @Test
    void forbiddingUnknownFieldsIsRefused() {
        assertThat(changed(SENT, "", node -> node.put("additionalProperties", false)))
                .containsExactly(SENT + " says something else about additional properties");
    }

    @Test
    void aNewOptionalFieldAndOtherWordsAreAllowed() {
        assertThat(changed(SENT, "/properties", node -> node.putObject("later").put("type", "string")))
                .isEmpty();
        assertThat(changed(SENT, "", node -> node.put("description", "Other words.")))
                .isEmpty();
    }

    private List<String> changed(String schema, String place, Consumer<ObjectNode> change) {
        var schemas = new TreeMap<>(recorded.schemas());
        JsonNode copy = schemas.get(schema).deepCopy();
        change.accept((ObjectNode) copy.at(place));
        schemas.put(schema, copy);
        return recorded.brokenBy(new Contract(schemas));
    }
}
