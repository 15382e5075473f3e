package dev.kvitt.sandbox;

import static org.hamcrest.Matchers.equalTo;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A good create request with one thing changed, and the code that answers. */
@QuarkusTest
@TestProfile(OpenSandbox.class)
class CreateRefusalsTest {

    private static final String RETURN = "\"returnUrl\":\"https://shop.example/r\"";

    @ParameterizedTest(name = "{0} {1} -> {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            WEB_REDIRECT | "paymentDescription":"Fanta"                                           | 4140
            PUSH_MESSAGE | "expiresAt":null                                                       | 4140
            WEB_REDIRECT | "returnUrl":"http://shop.example/r"                                    | 4090
            QR           | "receiptUrl":"http://shop.example/r"                                   | 4090
            QR           | "customer":{"personalQr":"abcd"}                                         | 4060
            QR           | "customer":{"phoneNumber":"+4712345678"}                               | 4070
            QR           | "profile":{"scope":"name shoeSize"}                                    | 4080
            QR           | "profile":{"scope":"nin"}                                              | 5030
            QR           | "metadata":{"1":"","2":"","3":"","4":"","5":"","6":""}                 | 4100
            QR           | "metadata":{"sale":"1","sale":"2"}                                     | 4110
            QR           | "blockedSources":["CREDIT_CARD"]                                       | 5010
            QR           | "shipping":{"fixedOptions":[{"id":"post","price":{"value":4900}}]}     | 5020
            QR           | "expiresAt":"2099-01-01T00:00:00Z"                                     | 6130
            """)
    @Covers(
            operation = ApiOperation.CREATE,
            codes = {4060, 4070, 4080, 4090, 4100, 4110, 4140, 5010, 5020, 5030, 6130})
    void a_bad_field_has_its_code(String flow, String field, int code) {
        refused("{\"value\":5000,\"currency\":\"NOK\"}", "WALLET", flow, field, code);
    }

    @ParameterizedTest(name = "metadata {0} x {1} -> {2}")
    @CsvSource({"101,1,4120", "1,501,4130"})
    @Covers(
            operation = ApiOperation.CREATE,
            codes = {4120, 4130})
    void metadata_has_short_keys_and_values(int keyLength, int valueLength, int code) {
        String metadata = "\"metadata\":{\"" + "k".repeat(keyLength) + "\":\"" + "v".repeat(valueLength) + "\"}";

        refused("{\"value\":5000,\"currency\":\"NOK\"}", "WALLET", "QR", metadata, code);
    }

    @ParameterizedTest
    @CsvSource({"CARD", "CARD_PASSTHROUGH"})
    @Covers(operation = ApiOperation.CREATE, codes = 4160)
    void cards_are_not_taken_in_a_test_environment(String method) {
        refused("{\"value\":5000,\"currency\":\"NOK\"}", method, "WEB_REDIRECT", RETURN, 4160);
    }

    @ParameterizedTest
    @CsvSource({"99,6010", "65000001,4040"})
    @Covers(
            operation = ApiOperation.CREATE,
            codes = {4040, 6010})
    void an_amount_has_its_limits(long value, int code) {
        refused("{\"value\":" + value + ",\"currency\":\"NOK\"}", "WALLET", "QR", "\"minimumUserAge\":18", code);
    }

    private static void refused(String amount, String method, String flow, String field, int code) {
        String reference = Api.newReference();
        String body =
                """
                {"amount":%s,"paymentMethod":{"type":"%s"},"reference":"%s","userFlow":"%s",%s}"""
                        .formatted(amount, method, reference, flow, field);
        Api.DEMO
                .create(reference, Api.newKey(), body)
                .body("extraDetails[0].name", equalTo("ErrorCode"))
                .body("extraDetails[0].reason", equalTo(String.valueOf(code)));
        Api.DEMO.get(reference).statusCode(404);
    }
}
