package dev.kvitt.events.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.UnreadableEventException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no till may send. Every text here holds 48059528 or "Kari" somewhere; no exception may repeat it. */
class HostileMessagesTest {

    private static final EventType TYPE = EventType.AMOUNT_CONFIRMED;
    private static final String GOOD =
            """
            {"msn":"123456","saleId":"sale-0001","tillId":"machine-1","requestId":"48059528",
             "amount":{"value":3000,"currency":"NOK"},
             "lines":[{"id":"fanta","name":"Kari","total":{"value":3000,"currency":"NOK"},
               "totalExcludingTax":{"value":2400,"currency":"NOK"},"tax":{"value":600,"currency":"NOK"},"taxRate":2500}]}
            """;

    @Test
    void theMessageThatIsSpoiltBelowIsGood() {
        assertThat(Schemas.of(TYPE).validate(Schemas.parse(utf8(GOOD)))).isEmpty();
        assertThat(read(utf8(GOOD))).isInstanceOf(AmountConfirmed.class);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    "value":3000 | "value":48059.528
                    "value":3000 | "value":"48059528"
                    "value":3000 | "value":-48059528
                    "value":3000 | "value":48059528000000
                    "value":3000 | "value":480595284805952848059528
                    "value":3000 | "value":null
                    "value":3000 | "value":true
                    "value":3000 | "value":[48059528]
                    "value":3000 | "valu":48059528
                    "currency":"NOK" | "currency":"Kari"
                    "currency":"NOK" | "currency":"nok"
                    "currency":"NOK" | "currency":""
                    "currency":"NOK" | "currency":0
                    "currency":"NOK" | "currency":"0"
                    "currency":"NOK" | "currency":" NOK"
                    "currency":"NOK" | "currency":null
                    "msn":"123456" | "msn":"12Kari"
                    "msn":"123456" | "msn":"48059528"
                    "msn":"123456" | "msn":123456
                    "msn":"123456" | "msn":null
                    "msn":"123456" | "msn":["123456"]
                    "msn":"123456" | "msn":{"value":"123456"}
                    "msn":"123456" | "Kari":"123456"
                    "saleId":"sale-0001" | "saleId":"Kari"
                    "saleId":"sale-0001" | "saleId":"Kari Nordmann"
                    "saleId":"sale-0001" | "saleId":"-sale-48059528"
                    "tillId":"machine-1" | "tillId":""
                    "tillId":"machine-1" | "tillId":"Kari/48059528"
                    "tillId":"machine-1" | "tillId":48059528
                    "tillId":"machine-1" | "tillId":true
                    "requestId":"48059528" | "requestId":48059528
                    "requestId":"48059528" | "requestId":"Kari Nordmann"
                    "requestId":"48059528" | "requestId":"4805952848059528480595284805952848059528480595284805952848059528x"
                    "name":"Kari" | "name":"Kari\\u0000"
                    "name":"Kari" | "name":"Kari\\ud800"
                    "name":"Kari" | "name":"Kari\\n"
                    "name":"Kari" | "name":""
                    "taxRate":2500 | "taxRate":48059528
                    "taxRate":2500 | "taxRate":-1
                    "taxRate":2500 | "taxRate":"2500"
                    "lines":[ | "lines":[null,
                    "lines":[ | "lines":["Kari",
                    "lines":[ | "lines":{},"Kari":[
                    """)
    void schemaAndCodecRefuseWhatDoesNotFit(String good, String bad) {
        assertThat(GOOD).contains(good);
        var spoilt = utf8(GOOD.replaceFirst(java.util.regex.Pattern.quote(good), quoted(bad)));

        // The validator's expressions are Java's, where $ also stands before a last line end; a till's are stricter.
        if (!bad.contains("\\n")) {
            assertThat(Schemas.of(TYPE).validate(Schemas.parse(spoilt))).isNotEmpty();
        }
        assertRefusedWithoutRepeatingIt(spoilt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Kari",
                "{",
                "[]",
                "null",
                "\"Kari\"",
                "48059528",
                "{\"msn\":NaN}",
                "{'msn':'Kari'}",
                "{\"msn\":\"Kari\nNordmann\"}",
                "/* Kari */ {}",
                "{\"amount\":{\"value\":048059528}}",
                "{\"Kari\":48059528"
            })
    void schemaAndCodecRefuseWhatIsNoObjectOrNotEvenJson(String text) {
        assertThat(parsesAndFits(text)).isFalse();
        assertRefusedWithoutRepeatingIt(utf8(text));
    }

    @Test
    void whatFollowsTheMessageIsRefused() {
        assertRefusedWithoutRepeatingIt(utf8(GOOD + "{\"Kari\":48059528}"));
        assertRefusedWithoutRepeatingIt(utf8(GOOD + "Kari"));
    }

    @Test
    void aFieldThatStandsTwiceIsRefusedForNobodyKnowsWhichCounts() {
        assertRefusedWithoutRepeatingIt(utf8(GOOD.replace("\"value\":3000", "\"value\":3000,\"value\":48059528")));
        assertRefusedWithoutRepeatingIt(utf8(GOOD.replace("{\"msn\"", "{\"Kari\":1,\"Kari\":2,\"msn\"")));
    }

    @Test
    void aWholeNumberWrittenAsAFloatIsRefusedThoughJsonSchemaCallsItAnInteger() {
        assertRefusedWithoutRepeatingIt(utf8(GOOD.replaceFirst("3000", "3000.0")));
        assertRefusedWithoutRepeatingIt(utf8(GOOD.replaceFirst("3000", "3e3")));
    }

    @Test
    void aMegabyteIsRefused() {
        var large = GOOD.replace("\"Kari\"", "\"Kari" + "x".repeat(1_000_000) + "\"");

        assertThat(Schemas.of(TYPE).validate(Schemas.parse(utf8(large)))).isNotEmpty();
        assertRefusedWithoutRepeatingIt(utf8(large));
        assertRefusedWithoutRepeatingIt(utf8(GOOD + " ".repeat(EventCodec.MAX_VALUE_BYTES)));
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 1_500, 400_000})
    void deepNestingIsRefusedAlsoInFieldsThatNobodyReads(int depth) {
        assertRefusedWithoutRepeatingIt(
                utf8(GOOD.replace("{\"msn\"", "{\"Kari\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"msn\"")));
        assertRefusedWithoutRepeatingIt(utf8("{\"Kari\":".repeat(depth)));
    }

    @Test
    void moreLinesThanAnyReceiptHasAreRefused() {
        var line = GOOD.substring(GOOD.indexOf("[") + 1, GOOD.indexOf("]"));
        var many = utf8(GOOD.replace(line, String.join(",", java.util.Collections.nCopies(501, line))));

        assertThat(Schemas.of(TYPE).validate(Schemas.parse(many))).isNotEmpty();
        assertRefusedWithoutRepeatingIt(many);
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        var latin = GOOD.replace("Kari", "Kåri").getBytes(StandardCharsets.ISO_8859_1);
        var utf16 = GOOD.getBytes(StandardCharsets.UTF_16);
        var overlong = utf8(GOOD);
        var at = GOOD.indexOf("Kari");
        overlong[at] = (byte) 0xC0;
        overlong[at + 1] = (byte) 0xAF;

        assertRefusedWithoutRepeatingIt(latin);
        assertRefusedWithoutRepeatingIt(utf16);
        assertRefusedWithoutRepeatingIt(overlong);
    }

    @Test
    void noValueAtAllIsRefused() {
        assertRefusedWithoutRepeatingIt(null);
    }

    private static void assertRefusedWithoutRepeatingIt(byte[] value) {
        var refusal = catchThrowableOfType(UnreadableEventException.class, () -> read(value));

        assertThat(refusal).isNotNull().hasNoCause();
        assertThat(Arrays.toString(refusal.getSuppressed())).isEqualTo("[]");
        assertThat(refusal.getMessage()).doesNotContain("48059", "Kari", "3000").hasSizeLessThan(200);
    }

    private static Object read(byte[] value) {
        return EventCodec.read(AsyncApi.read().exampleHeaders(TYPE), value).data();
    }

    private static boolean parsesAndFits(String text) {
        try {
            return Schemas.of(TYPE).validate(new ObjectMapper().readTree(text)).isEmpty();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String quoted(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
