package dev.kvitt.checkin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneMaskTest {

    @ParameterizedTest
    @CsvSource({
        "4712345678, +47 *****678",
        "4520304050, +45 *****050",
        "358401234567, +358 ******567",
        "123456789, +12 ****789"
    })
    void only_the_country_and_the_last_three_digits_are_shown(String number, String shown) {
        assertThat(PhoneMask.of(number)).isEqualTo(shown);
    }
}
