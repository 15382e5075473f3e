package dev.kvitt.vipps.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfficialSpecificationsTest {

    private static final String PAYMENTS = "/epayment/v1/payments";
    private static final String GOOD =
            """
            {"amount":{"value":5000,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},"reference":"%s",
             "userFlow":"WEB_REDIRECT","returnUrl":"https://shop.example/return"%s}""";

    private OfficialSpecifications official;

    @BeforeEach
    void find() {
        assumeTrue(OfficialSpecifications.here().isPresent(), OfficialSpecifications.ABSENT);
        official = OfficialSpecifications.here().orElseThrow();
    }

    @Test
    void a_good_request_has_nothing_wrong_even_with_a_reference_longer_than_the_file_knows() {
        assertThat(official.complaints(create(GOOD.formatted("r".repeat(64), ""))))
                .isEmpty();
    }

    @Test
    void a_receipt_is_checked_by_the_file_of_the_other_api() {
        String receipt = ",\"receipt\":{\"orderLines\":[],\"bottomLine\":{\"currency\":\"SEK\"}}";

        assertThat(official.complaints(create(GOOD.formatted("reference-1", receipt))))
                .anyMatch(complaint -> complaint.contains("orderLines"))
                .anyMatch(complaint -> complaint.contains("currency"));
    }

    @Test
    void bad_patterns_unknown_fields_two_customers_and_missing_headers_are_found() {
        assertThat(official.complaints(create(GOOD.formatted("short", ""))))
                .hasSize(2)
                .allMatch(complaint -> complaint.contains("/reference"));
        assertThat(official.complaints(create(GOOD.formatted("reference-1", ",\"surprise\":1"))))
                .singleElement()
                .asString()
                .contains("surprise");
        String two = ",\"customer\":{\"phoneNumber\":\"4712345678\",\"personalQr\":\"https://qr.example/1\"}";
        assertThat(official.complaints(create(GOOD.formatted("reference-1", two))))
                .isNotEmpty();
        Sent noHeaders = new Sent("GET", PAYMENTS + "/reference-1", Map.of(), Map.of(), "");
        assertThat(official.complaints(noHeaders)).hasSize(2).allMatch(complaint -> complaint.endsWith("is missing"));
    }

    @Test
    void an_answer_is_checked_by_its_status_media_type_and_body() {
        Sent sent = create(GOOD.formatted("reference-1", ""));

        assertThat(official.complaints(sent, new Answered(201, "application/json", "{\"reference\":\"reference-1\"}")))
                .isEmpty();
        assertThat(official.complaints(sent, new Answered(201, "application/json", "{}")))
                .singleElement()
                .asString()
                .contains("reference");
        assertThat(official.complaints(sent, new Answered(201, "text/plain", "{\"reference\":\"reference-1\"}")))
                .singleElement()
                .asString()
                .contains("media type");
        assertThat(official.complaints(sent, new Answered(418, "application/json", "{}")))
                .singleElement()
                .asString()
                .contains("status 418");
        assertThat(official.complaints(sent, new Answered(429, "text/html", "<p>slow down</p>")))
                .isEmpty();
    }

    @Test
    void the_longest_literal_path_wins() {
        Sent exchange = new Sent("POST", "/qr/v1/exchange/customer", Map.of(), headers(), "{\"customer\":{}}");

        assertThat(official.complaints(exchange)).singleElement().asString().contains("requestedData");
        assertThat(official.know(new Sent("GET", "/nowhere", Map.of(), Map.of(), "")))
                .isFalse();
    }

    private static Sent create(String body) {
        return new Sent("POST", PAYMENTS, Map.of(), headers(), body);
    }

    private static Map<String, List<String>> headers() {
        return Map.of(
                "ocp-apim-subscription-key", List.of("key"),
                "merchant-serial-number", List.of("1234567"),
                "idempotency-key", List.of("k-1"),
                "authorization", List.of("Bearer x"),
                "content-type", List.of("application/json; charset=utf-8"));
    }
}
