package dev.kvitt.sandbox.phone;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages of the phone, each with the country whose money and clock look familiar to those who speak it. */
public enum PhoneLanguage {
    NB("Norsk", "nb-NO", "Europe/Oslo"),
    DA("Dansk", "da-DK", "Europe/Copenhagen"),
    FI("Suomi", "fi-FI", "Europe/Helsinki"),
    EN("English", "en-GB", "Europe/Oslo");

    private static final List<String> NORWEGIAN = List.of("no", "nn");

    private final String ownName;
    private final Locale locale;
    private final ZoneId zone;

    PhoneLanguage(String ownName, String locale, String zone) {
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(locale);
        this.zone = ZoneId.of(zone);
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

    ZoneId zone() {
        return zone;
    }

    static Optional<PhoneLanguage> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The first of the languages somebody asks for that is spoken here; English if none is. */
    static PhoneLanguage of(List<Locale> wanted) {
        return wanted.stream()
                .map(Locale::getLanguage)
                .map(tag -> NORWEGIAN.contains(tag) ? NB.tag() : tag)
                .flatMap(tag -> of(tag).stream())
                .findFirst()
                .orElse(EN);
    }
}
