package dev.kvitt.operations.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmountsTest {

    @Test
    void money_is_shown_with_both_decimals_and_never_rounded() {
        assertThat(Amounts.shown(4_900L, "NOK")).isEqualTo("49.00\u00a0NOK");
        assertThat(Amounts.shown(123_456_789L, "EUR")).isEqualTo("1\u202f234\u202f567.89\u00a0EUR");
        assertThat(Amounts.shown(-5L, "DKK")).isEqualTo("-0.05\u00a0DKK");
        assertThat(Amounts.shown(Long.MAX_VALUE, "NOK"))
                .startsWith("92\u202f233")
                .endsWith("758.07\u00a0NOK");
        assertThat(Amounts.shown(null, "NOK")).isEqualTo("–");
    }

    @Test
    void what_people_type_is_understood_or_refused_and_never_guessed() {
        assertThat(Amounts.typed("49")).hasValue(4_900);
        assertThat(Amounts.typed(" 1 249,50 ")).hasValue(124_950);
        assertThat(Amounts.typed("0.05")).hasValue(5);
        assertThat(Amounts.typed("49.005")).isEmpty();
        assertThat(Amounts.typed("kr 49")).isEmpty();
        assertThat(Amounts.typed("1e99")).isEmpty();
        assertThat(Amounts.typed("")).isEmpty();
    }
}
