package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.Sealed;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema lets through, the records let through, and nothing else. */
class SchemaMatchesTextRulesTest {

    private static final Map<String, Function<String, Object>> TYPES = Map.of(
            "msn", Msn::new,
            "saleId", SaleId::new,
            "reference", PaymentReference::new,
            "operationId", OperationId::new,
            "sealed", Sealed::new);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123",
                "1234",
                "0123",
                "1234567",
                "12345678",
                "12a4",
                "１２３４",
                "-abcdef",
                "abcde",
                "abcdef",
                "a-----",
                "abc_def",
                "abcdefg1-1",
                "sale/1",
                "åbcdefgh",
                "abcdefgh/capture/1",
                "abcdefgh/capture/0",
                "abcdefgh/capture/10000",
                "abcdefgh/steal/1",
                "abcdefgh/refund/1",
                "abcdefgh/refund/0123456789ab",
                "abcdefgh/refund/0123456789abc",
                "a....",
                "a.b.c.d.e",
                "a.b.c.d",
                "a.b.c.d.e.f",
                "a.b=.c.d.e",
                "..b.c.d.e",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ12345678",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ123456789",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890123",
                "eyJh.b.c.d.e-_"
            })
    void schemaAndRecordAgree(String text) {
        TYPES.forEach((definition, type) -> assertThat(accepts(type, text))
                .as("%s as %s", text, definition)
                .isEqualTo(Schemas.definition(definition)
                        .validate(new TextNode(text))
                        .isEmpty()));
    }

    @Test
    void everyTextThatATillSendsIsSealedOrHasAFormAndALimit() {
        Arrays.stream(EventType.values())
                .filter(type -> type.topic().equals(Topics.POS_SALES))
                .flatMap(type -> SchemaPaths.of(Schemas.tree(type), Schemas.common()).entrySet().stream())
                .filter(schema -> schema.getValue().path("type").asText().equals("string"))
                .filter(schema -> !isSealed(schema.getValue()))
                .forEach(schema -> assertThat(limited(schema.getValue()))
                        .as(schema.getKey())
                        .isTrue());
    }

    @Test
    void aTillHasNoFieldButTheseSoThatANewOneIsLookedAtForPersonalValues() {
        assertThat(Arrays.stream(EventType.values())
                        .filter(type -> type.topic().equals(Topics.POS_SALES))
                        .flatMap(type -> StreamSupport.stream(
                                ((Iterable<String>) () -> Schemas.tree(type)
                                                .path("properties")
                                                .fieldNames())
                                        .spliterator(),
                                false)))
                .containsOnly(
                        "msn",
                        "saleId",
                        "tillId",
                        "requestId",
                        "amount",
                        "upperBound",
                        "selectSeconds",
                        "description",
                        "validUntil",
                        "screen",
                        "customer",
                        "qrId",
                        "lines",
                        "bottomLine",
                        "reason",
                        "onLate",
                        "remember");
    }

    @Test
    void theOnlyPersonalValueOfATillIsItsCustomersAndThatIsSealed() {
        assertThat(Arrays.stream(EventType.values())
                        .filter(type -> type.topic().equals(Topics.POS_SALES))
                        .flatMap(type -> SchemaPaths.of(Schemas.tree(type), Schemas.common()).entrySet().stream())
                        .filter(schema -> isSealed(schema.getValue()))
                        .map(Map.Entry::getKey))
                .isNotEmpty()
                .containsOnly("/customer/value");
    }

    private static boolean isSealed(JsonNode schema) {
        return schema.path("pattern").equals(Schemas.common().at("/$defs/sealed/pattern"));
    }

    private static boolean limited(JsonNode schema) {
        return schema.has("enum")
                || (schema.has("pattern") && schema.path("maxLength").asInt(Integer.MAX_VALUE) <= 200);
    }

    private static boolean accepts(Function<String, Object> type, String text) {
        try {
            return type.apply(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
