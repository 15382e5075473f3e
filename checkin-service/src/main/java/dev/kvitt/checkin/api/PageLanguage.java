package dev.kvitt.checkin.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the page. */
public enum PageLanguage {
    NB("Norsk", "nb-NO"),
    DA("Dansk", "da-DK"),
    FI("Suomi", "fi-FI"),
    EN("English", "en-GB");

    private static final List<String> NORWEGIAN = List.of("no", "nn");

    private final String ownName;
    private final Locale locale;

    PageLanguage(String ownName, String locale) {
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(locale);
    }

    /** For {@code lang} in HTML, and the name of the texts. */
    public String tag() {
        return locale.getLanguage();
    }

    /** What those who speak it call it. */
    public String ownName() {
        return ownName;
    }

    Locale locale() {
        return locale;
    }

    /** @param tag may be absent */
    static Optional<PageLanguage> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The first of the languages somebody asks for that is spoken here; English if none is. */
    static PageLanguage of(List<Locale> wanted) {
        return wanted.stream()
                .map(Locale::getLanguage)
                .map(tag -> NORWEGIAN.contains(tag) ? NB.tag() : tag)
                .flatMap(tag -> of(tag).stream())
                .findFirst()
                .orElse(EN);
    }
}
