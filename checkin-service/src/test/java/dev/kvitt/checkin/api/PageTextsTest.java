package dev.kvitt.checkin.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.QuantityUnit;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageTextsTest {

    private static final Pattern PLACES = Pattern.compile("\\{[0-9]}");

    @ParameterizedTest
    @EnumSource(PageLanguage.class)
    void every_language_says_the_same_things(PageLanguage language) {
        var english = PageTexts.of(PageLanguage.EN);
        var texts = PageTexts.of(language);
        assertThat(texts.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(texts.stringPropertyNames()).allSatisfy(key -> assertThat(texts.getProperty(key))
                .as(key)
                .isNotBlank()
                .satisfies(text -> assertThat(PLACES.matcher(text).results().count())
                        .isEqualTo(PLACES.matcher(english.getProperty(key))
                                .results()
                                .count())));
    }

    @Test
    void every_notice_and_every_unit_has_its_words() {
        Arrays.stream(PageNotice.values()).forEach(notice -> {
            assertThat(PageTexts.text(PageLanguage.NB, notice.name(), "Vipps")).isNotBlank();
            assertThat(PageTexts.text(PageLanguage.NB, notice.name() + ".text", "Vipps"))
                    .isNotBlank();
        });
        Arrays.stream(QuantityUnit.values())
                .forEach(unit -> assertThat(PageTexts.text(PageLanguage.FI, "unit." + unit.name()))
                        .isNotBlank());
    }
}
