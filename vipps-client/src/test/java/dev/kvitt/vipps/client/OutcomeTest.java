package dev.kvitt.vipps.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest extends VippsTest {
    @Test
    void a_capture_vipps_did_is_done_with_its_aggregate() {
        PaymentAnswer answer = Outcomes.done(capture(Reply.problem(200, Samples.payment(3000, 0))));

        assertThat(answer.aggregate().captured()).isEqualTo(Samples.nok(3000));
    }

    @ParameterizedTest
    @CsvSource({"400,6080", "400,6090", "409,4010", "403,5080", "404,5090", "422,5070", "400,6260", "400,99999"})
    void an_error_with_a_code_is_refused(int status, int code) {
        assertThat(capture(Reply.code(status, code))).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.error().status()).isEqualTo(status);
            assertThat(refused.error().code()).contains(new ErrorCode(code));
            assertThat(refused.error().title()).isEqualTo("A title");
            assertThat(refused.error().traceId()).contains("00-abc-01");
            assertThat(refused.error().stage()).isEqualTo(VippsError.Stage.CALL);
        });
    }

    @Test
    void a_malformed_body_without_a_code_is_refused_with_the_fields() {
        Reply reply = Reply.problem(
                400,
                """
                {"title":"Bad Request","status":400,"extraDetails":[
                 {"name":"reference","reason":"The field Reference must match the regular expression."},
                 {"name":"customer.phoneNumber","reason":"4798765432 is not a number"}]}""");

        assertThat(capture(reply)).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.error().code()).isEmpty();
            assertThat(refused.error().reasons())
                    .isEqualTo(List.of(
                            new FieldReason("reference", "The field Reference must match the regular expression."),
                            new FieldReason("customer", "")));
        });
    }

    @ParameterizedTest
    @CsvSource({"423,6160", "400,6160", "400,6280", "409,6280", "500,6280"})
    void a_locked_payment_is_busy_whatever_the_status(int status, int code) {
        assertThat(capture(Reply.code(status, code))).isInstanceOf(Outcome.Busy.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {423, 429})
    void a_gateway_that_locks_or_limits_is_busy_whatever_its_body(int status) {
        String body = "{\"statusCode\":%d,\"message\":\"Rate limit is exceeded\"}".formatted(status);
        Outcome.Busy<PaymentAnswer> busy = Outcomes.busy(capture(Reply.json(status, body)));
        assertThat(busy.error().title()).isEqualTo("Rate limit is exceeded");
        assertThat(busy.retryAfter()).isEmpty();
        assertThat(capture(Reply.json(status, "<html>slow down</html>"))).isInstanceOf(Outcome.Busy.class);
        assertThat(capture(Reply.json(status, ""))).isInstanceOf(Outcome.Busy.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|PT12S",
                "0|PT0S",
                "Sat, 21 Nov 2026 10:00:30 GMT|PT30S",
                "Sat, 21 Nov 2026 09:00:00 GMT|PT0S",
                "999999999|PT1H",
                "Sun, 21 Nov 2027 10:00:00 GMT|PT1H"
            })
    void the_wait_vipps_asks_for_is_told(String header, Duration wait) {
        Reply reply = Reply.json(429, "").with("Retry-After", header);

        assertThat(Outcomes.busy(capture(reply)).retryAfter()).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "99999999999999999999"})
    void an_unreadable_wait_counts_as_not_given(String header) {
        Reply reply = Reply.json(429, "").with("Retry-After", header);

        assertThat(Outcomes.busy(capture(reply)).retryAfter()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 408, 500, 502, 503, 504})
    void a_status_that_decides_nothing_is_unknown(int status) {
        assertThat(capture(Reply.json(status, "{\"title\":\"Oh\"}")))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.why())
                        .isEqualTo("HTTP " + status + ": Oh"));
    }

    @Test
    void a_server_error_tells_how_long_to_wait_and_what_an_operator_needs() {
        Reply reply = Reply.problem(503, "{\"title\":\"Oh\",\"traceId\":\"00-abc-01\"}")
                .with("Retry-After", "9");

        Outcome.Unknown<PaymentAnswer> unknown = Outcomes.unknown(capture(reply));

        assertThat(unknown.retryAfter()).contains(Duration.ofSeconds(9));
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.operatorSentence())
                .contains("HTTP 503")
                .contains("may or may not have moved")
                .contains("same key")
                .endsWith("Trace id for Vipps: 00-abc-01.");
        assertThat(unknown.cashierSentence()).contains("Check the payment's status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "null",
                "[]",
                "{}",
                "{\"reference\":\"vend-4711-20261121-1\"} {}",
                "{\"reference\":\"vend-4711-20261121-1\",\"reference\":\"vend-4711-20261121-1\"}"
            })
    void a_success_that_cannot_be_read_is_unknown(String body) {
        assertThat(capture(Reply.json(200, body))).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"value\":3000|\"value\":\"3000\"",
                "\"value\":3000|\"value\":3000.0",
                "\"value\":3000|\"value\":-1",
                "\"value\":3000|\"value\":99999999999999999999999",
                "\"currency\":\"NOK\"|\"currency\":\"SEK\"",
                "vend-4711-20261121-1|vend-4711-20261121-2",
                "capturedAmount|capturedamount",
                "37c34d8c-2649-448e-864b-060d5d93e4c4|",
            })
    void a_success_with_a_strange_value_is_unknown(String right, String wrong) {
        String body = Samples.payment(3000, 0).replace(right, wrong == null ? "" : wrong);

        assertThat(capture(Reply.json(200, body))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void a_longer_error_list_is_cut() {
        String details = "{\"name\":\"amount\",\"reason\":\"no\"},".repeat(100);

        assertThat(capture(
                        Reply.problem(400, "{\"extraDetails\":[" + details.substring(0, details.length() - 1) + "]}")))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.error().reasons()).hasSize(20));
    }

    private Outcome<PaymentAnswer> capture(Reply reply) {
        vipps.answer(reply);
        return api.epayment().capture(Samples.REFERENCE, Samples.nok(3000), Samples.KEY);
    }
}
