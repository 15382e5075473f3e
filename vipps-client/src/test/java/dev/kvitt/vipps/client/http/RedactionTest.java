package dev.kvitt.vipps.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.FieldReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "4798765432",
                "+47 98 76 54 32",
                "987-65-432",
                "kari@example.org",
                "https://qr.vipps.no/28/2/01/031/4712345678?v=1",
                "wbA8ceVRKkoYiQAVELHeFCC3Sn5dtNCvvEtVPiOT77j6wx7uR965AG6Q+q0ATP4=",
                "Nordmann",
                "Åshild"
            })
    void what_looks_personal_is_taken_out(String value) {
        assertThat(Redaction.of("No such " + value + " here")).isEqualTo("No such (removed) here");
    }

    @Test
    void plain_words_and_short_numbers_stay() {
        assertThat(Redaction.of("Cannot capture 3000 of 5000 before reservation"))
                .isEqualTo("Cannot capture 3000 of 5000 before reservation");
    }

    @Test
    void a_line_break_cannot_forge_a_line_of_a_log() {
        assertThat(Redaction.of("one\r\ntwo\u2028three\u0000")).isEqualTo("one two three");
    }

    @Test
    void a_text_is_bounded() {
        assertThat(Redaction.of("word ".repeat(10_000))).hasSize(Redaction.MAX_LENGTH);
        assertThat(Redaction.of("-".repeat(Redaction.MAX_WORD_LENGTH))).hasSize(Redaction.MAX_WORD_LENGTH);
        assertThat(Redaction.of("-".repeat(Redaction.MAX_WORD_LENGTH + 1))).isEqualTo("(removed)");
    }

    @Test
    void complaints_are_kept_by_the_outermost_field_only() {
        assertThat(FieldReasons.of("$.Receipt.OrderLines[0].Name", "is empty"))
                .isEqualTo(new FieldReason("$.Receipt.OrderLines[0].Name", "is empty"));
        assertThat(FieldReasons.of("events", "Unsupported values: epayments.payment.done.v1"))
                .isEqualTo(new FieldReason("events", "Unsupported values: epayments.payment.done.v1"));
        assertThat(FieldReasons.of("Customer.CustomerToken", "Kari")).isEqualTo(new FieldReason("customer", ""));
        assertThat(FieldReasons.of("Kari Nordmann", "Kari")).isEqualTo(new FieldReason("other", ""));
        assertThat(FieldReasons.of("", "Kari")).isEqualTo(new FieldReason("other", ""));
    }
}
