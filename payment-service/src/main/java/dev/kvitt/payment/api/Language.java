package dev.kvitt.payment.api;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a cashier reads. */
enum Language {
    EN(List.of("en")),
    NB(List.of("nb", "no", "nn")),
    DA(List.of("da")),
    FI(List.of("fi"));

    private final List<String> tags;

    Language(List<String> tags) {
        this.tags = tags;
    }

    /**
     * @param wanted as in the address; may be absent
     * @return English where nothing fits
     */
    static Language of(String wanted, HttpHeaders headers) {
        return wanted == null ? accepted(headers) : named(wanted).orElse(EN);
    }

    private static Language accepted(HttpHeaders headers) {
        try {
            return headers.getAcceptableLanguages().stream()
                    .map(Locale::getLanguage)
                    .map(Language::named)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(EN);
        } catch (ProcessingException | IllegalArgumentException e) {
            return EN;
        }
    }

    private static Optional<Language> named(String tag) {
        var language = tag.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each -> each.tags.contains(language))
                .findFirst();
    }
}
