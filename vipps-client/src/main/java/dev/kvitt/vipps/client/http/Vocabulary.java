package dev.kvitt.vipps.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words an API's errors are made of. A name or a street is none of them, and nothing else about a name tells that it is one. */
final class Vocabulary {
    private static final String FILE = "words.txt";
    private static final Set<String> WORDS = load();
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{3,}");

    private Vocabulary() {}

    /** The text with every other word of three letters or more replaced. */
    static String only(String text, String replacement) {
        return LETTERS.matcher(text)
                .replaceAll(word -> WORDS.contains(word.group().toLowerCase(Locale.ROOT)) ? word.group() : replacement);
    }

    private static Set<String> load() {
        try (InputStream in = Vocabulary.class.getResourceAsStream(FILE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("\\s+").splitAsStream(text).collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE + " of this module cannot be read", unreadable);
        }
    }
}
