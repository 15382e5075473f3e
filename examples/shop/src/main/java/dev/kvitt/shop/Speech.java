package dev.kvitt.shop;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * The language of the shop, one for all its pages, as at a till with one cashier. What is said stands in the sources in English;
 * {@code texts/} has the same in the others.
 */
@Singleton
public class Speech {

    private static final Map<Language, Map<String, String>> TEXTS = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            TEXTS.put(language, language == Language.EN ? Map.of() : read(language));
        }
    }

    private volatile Language language;

    @Inject
    Speech(ShopConfig config) {
        this(config.language());
    }

    Speech(Language language) {
        this.language = language;
    }

    Language language() {
        return language;
    }

    void speak(Language another) {
        language = another;
    }

    /** By the English text; empty for English. */
    Map<String, String> texts() {
        return TEXTS.get(language);
    }

    /** @param value for the place {@code %1} of the text */
    String say(String english, String value) {
        return texts().getOrDefault(english, english).replace("%1", value);
    }

    /** @param minorUnits of kroner; as on a price tag */
    String money(long minorUnits) {
        return "%d%s%02d kr".formatted(minorUnits / 100, language == Language.EN ? "." : ",", minorUnits % 100);
    }

    static Map<String, String> texts(Language language) {
        return TEXTS.get(language);
    }

    private static Map<String, String> read(Language language) {
        try (var in = Speech.class.getResourceAsStream("/texts/" + language.tag() + ".json")) {
            return new ObjectMapper().readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("the texts in " + language.ownName() + " cannot be read", e);
        }
    }
}
