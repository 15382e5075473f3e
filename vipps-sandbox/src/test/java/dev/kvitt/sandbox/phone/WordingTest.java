package dev.kvitt.sandbox.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {

    private static final Instant AFTERNOON = Instant.parse("2026-11-22T12:05:00Z");

    @ParameterizedTest
    @CsvSource({
        "NB, 4900, NOK, 49~00 kr",
        "EN, 7300, NOK, NOK 73.00",
        "DA, 123456, DKK, 1.234~56 kr.",
        "FI, 5, EUR, 0~05 €",
        "EN, 300000, EUR, €3.000|00"
    })
    void amounts_are_written_as_people_of_the_language_write_them(
            PhoneLanguage language, long minorUnits, String currency, String written) {
        assertThat(new Wording(language).money(minorUnits, currency).replace('\u00a0', ' '))
                .isEqualTo(written.replace('~', ',').replace("3.000|", "3,000."));
    }

    @ParameterizedTest
    @CsvSource({"NB, 2500, 25 %", "DA, 1250, '12,5 %'", "FI, 2550, '25,5 %'", "EN, 0, 0 %"})
    void rates_of_tax_are_percents(PhoneLanguage language, int hundredths, String written) {
        assertThat(new Wording(language).percent(hundredths).replace('\u00a0', ' '))
                .isEqualTo(written);
    }

    @Test
    void finns_are_an_hour_ahead() {
        assertThat(new Wording(PhoneLanguage.NB).time(AFTERNOON)).isEqualTo("13:05");
        assertThat(new Wording(PhoneLanguage.FI).time(AFTERNOON)).isEqualTo("14:05");
    }

    @Test
    void the_first_language_that_is_spoken_here_is_taken() {
        assertThat(spoken("sv", "nn-NO", "en")).isEqualTo(PhoneLanguage.NB);
        assertThat(spoken("da-DK")).isEqualTo(PhoneLanguage.DA);
        assertThat(spoken("de", "*")).isEqualTo(PhoneLanguage.EN);
    }

    @ParameterizedTest
    @EnumSource(value = PhoneLanguage.class, mode = EnumSource.Mode.EXCLUDE, names = "EN")
    void everything_is_said_in_every_language(PhoneLanguage language) throws IOException {
        Properties texts = new Properties();
        try (var file = PhoneTexts.class.getResourceAsStream("/messages/phone_" + language.tag() + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }

        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PhoneTexts.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
        assertThat(texts.values()).noneMatch(text -> text.toString().isBlank());
    }

    private static PhoneLanguage spoken(String... tags) {
        return PhoneLanguage.of(
                List.of(tags).stream().map(Locale::forLanguageTag).toList());
    }
}
