package dev.kvitt.checkin.api;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;

/** All that the page says, from {@code page/nb.properties} and its sisters in the jar. */
final class PageTexts {

    private static final Map<PageLanguage, Properties> TEXTS = new EnumMap<>(PageLanguage.class);

    static {
        Arrays.stream(PageLanguage.values()).forEach(language -> TEXTS.put(language, read(language)));
    }

    private PageTexts() {}

    /**
     * @param values for the places {@code {0}} and so on of the text
     * @throws IllegalArgumentException for a text that nobody has written
     */
    static String text(PageLanguage language, String key, Object... values) {
        var text = TEXTS.get(language).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key + " in " + language.ownName());
        }
        return new MessageFormat(text.replace("'", "''"), language.locale()).format(values);
    }

    static Properties of(PageLanguage language) {
        return TEXTS.get(language);
    }

    private static Properties read(PageLanguage language) {
        var name = "/page/" + language.tag() + ".properties";
        try (var in = new InputStreamReader(PageTexts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            var texts = new Properties();
            texts.load(in);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("the texts " + name + " cannot be read", e);
        }
    }
}
