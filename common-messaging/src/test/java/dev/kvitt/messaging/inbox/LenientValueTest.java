package dev.kvitt.messaging.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LenientValueTest {

    @Test
    void the_request_id_of_a_value_that_is_wrong_elsewhere_is_found() {
        assertThat(LenientValue.requestId(bytes("{\"amount\":49.9,\"requestId\":\"drop-1\",\"lines\":7}")))
                .contains("drop-1");
        assertThat(LenientValue.requestId(bytes("{\"requestId\":\"" + "r".repeat(64) + "\"}")))
                .contains("r".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"requestId\"",
                "{}",
                "{\"requestId\":\"drop-1\"",
                "{\"requestId\":\"drop-1\"} and more",
                "{\"requestId\":\"drop-1\",\"requestId\":\"drop-2\"}",
                "{\"sale\":{\"requestId\":\"drop-1\"}}",
                "{\"requestId\":1}",
                "{\"requestId\":null}",
                "{\"requestId\":[\"drop-1\"]}",
                "{\"requestId\":\"\"}",
                "{\"requestId\":\"drop 1\"}",
                "{\"requestId\":\"drop\\u0000\"}",
                "{\"requestId\":\"brød-1\"}"
            })
    void a_request_id_that_is_not_plainly_there_is_not_guessed(String json) {
        assertThat(LenientValue.requestId(bytes(json))).isEmpty();
    }

    @Test
    void what_is_too_long_too_deep_or_not_text_has_no_request_id() {
        assertThat(LenientValue.requestId(null)).isEmpty();
        assertThat(LenientValue.requestId(bytes("{\"requestId\":\"" + "r".repeat(65) + "\"}")))
                .isEmpty();
        assertThat(LenientValue.requestId(bytes("{\"requestId\":\"r\",\"x\":" + "[".repeat(50_000))))
                .isEmpty();
        assertThat(LenientValue.requestId(bytes("{\"requestId\":\"r\",\"x\":\"" + "x".repeat(900_000) + "\"}")))
                .isEmpty();
        assertThat(LenientValue.requestId(new byte[] {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'}))
                .isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
