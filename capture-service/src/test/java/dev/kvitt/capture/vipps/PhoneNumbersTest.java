package dev.kvitt.capture.vipps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.registry.Market;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "98765432, NO, 4798765432",
        "987 65 432, NO, 4798765432",
        "4798765432, NO, 4798765432",
        "+47 98 76 54 32, DK, 4798765432",
        "0047-98765432, NO, 4798765432",
        "20304050, DK, 4520304050",
        "4520304050, NO, 4520304050",
        "040 123 4567, FI, 358401234567",
        "(040) 123-4567, FI, 358401234567",
        "358401234567, FI, 358401234567",
        "+46701234567, NO, 46701234567"
    })
    void a_number_as_people_write_it_is_sent_with_its_country_code(String typed, Market market, String msisdn) {
        assertThat(PhoneNumbers.msisdn(typed, market)).contains(msisdn);
    }

    @ParameterizedTest
    @CsvSource({
        "'', NO",
        "112, NO",
        "08765432, NO",
        "98765432, FI",
        "0401234567, NO",
        "+98765432, NO",
        "4798765432123456, NO",
        "47 98 76 54 3x, NO",
        "++4798765432, NO"
    })
    void what_is_no_phone_number_of_any_country_is_not_sent(String typed, Market market) {
        assertThat(PhoneNumbers.msisdn(typed, market)).isEmpty();
    }
}
