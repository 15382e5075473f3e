package dev.kvitt.gateway.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.events.Msn;
import dev.kvitt.gateway.world.Bodies;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodiesTest {

    private static final Msn MSN = new Msn("123456");
    private static final String PAYMENT = Bodies.authorized("123456", "sale-4711-1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "not json",
                "{\"msn\":\"123456\"} {}",
                "{\"msn\":\"123456\",\"msn\":\"123456\"}",
                "{\"reference\":\"sale-4711-1\"}"
            })
    void what_is_no_payment_is_unreadable(String body) {
        assertThatThrownBy(() -> PaymentBody.read(bytes(body), MSN)).isInstanceOf(UnreadableBodyException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"sale-4711-1\" | \"short\"",
                "\"sale-4711-1\" | 2486791679658155992",
                "\"psp-1\" | \"\"",
                "\"psp-1\" | \"a\\nb\"",
                "\"AUTHORIZED\" | null",
                "5000 | 50.5",
                "5000 | \"5000\"",
                "5000 | -1",
                "\"NOK\" | \"USD\"",
                "\"2026-11-21T10:00:00.1234567Z\" | \"yesterday\"",
                "true | \"true\"",
                "true | 1"
            })
    void a_required_field_of_another_form_makes_it_unreadable_and_is_not_shown(String good, String bad) {
        var body = PAYMENT.replace(good, bad);
        assertThat(body).isNotEqualTo(PAYMENT);

        assertThatThrownBy(() -> PaymentBody.read(bytes(body), MSN))
                .isInstanceOf(UnreadableBodyException.class)
                .hasMessageNotContaining("yesterday")
                .hasMessageNotContaining("USD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"\"key-1\" | 17", "\"2026-11-28T10:00:00.000+00:00\" | \"soon\""})
    void an_optional_field_of_another_form_is_left_out(String good, String bad) throws Exception {
        var fact = PaymentBody.read(bytes(PAYMENT.replace(good, bad)), MSN);

        assertThat(fact.idempotencyKey() == null || fact.captureGuaranteedUntil() == null)
                .isTrue();
    }

    @Test
    void a_body_for_another_sales_unit_is_not_read() {
        assertThatThrownBy(() -> PaymentBody.read(bytes(PAYMENT), new Msn("654321")))
                .isInstanceOf(OtherSalesUnitException.class);
        assertThatThrownBy(() -> CheckInBody.read(bytes(Bodies.checkedIn("msn", "654321")), MSN))
                .isInstanceOf(OtherSalesUnitException.class);
    }

    @Test
    void a_check_in_does_not_show_its_token() throws Exception {
        var body = CheckInBody.read(bytes(Bodies.checkedIn("msn", "123456")), MSN);

        assertThat(body.toString()).doesNotContain(Bodies.CUSTOMER_TOKEN);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
