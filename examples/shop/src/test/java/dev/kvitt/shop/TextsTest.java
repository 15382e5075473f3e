package dev.kvitt.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What stands in the sources in English is there in all languages, and nothing is translated that nobody says. */
class TextsTest {

    private static final Path SOURCES = Path.of("src/main");

    /** Where the sources say something: templates and script, a sale's words, events, and what cannot be done. */
    private static final List<Pattern> SAID = List.of(
            Pattern.compile("say\\('([^']+)'"),
            Pattern.compile("(?:authorized|captured|cancelled|refunded): '([^']+)'"),
            Pattern.compile("new Words\\(\\s*\"([^\"]+)\""),
            Pattern.compile("new Words\\([^;]*?, \"([^\"]+)\", \"(?:good|bad|wait|ask)\"\\)"),
            Pattern.compile("(?:->|return|var say =|\\? \"Nothing was paid.\" :) \"([A-Z][^\"]+ [^\"]+)\""),
            Pattern.compile("(?:->) \"([A-Z][a-z]+)\""),
            Pattern.compile("NotPossibleException\\(\\s*\"([^\"]+)\""));

    @Test
    void every_language_says_the_same_things() {
        var languages = Stream.of(Language.values()).filter(language -> language != Language.EN);
        assertThat(languages).allSatisfy(language -> {
            assertThat(Speech.texts(language))
                    .containsOnlyKeys(Speech.texts(Language.NB).keySet());
            assertThat(Speech.texts(language)).allSatisfy((english, text) -> {
                assertThat(text).isNotBlank();
                assertThat(text.contains("%1")).as(english).isEqualTo(english.contains("%1"));
            });
        });
    }

    @Test
    void what_is_said_is_translated_and_what_is_translated_is_said() {
        var sources = sources();
        var said = new TreeSet<String>();
        SAID.forEach(where -> where.matcher(sources).results().forEach(found -> said.add(found.group(1))));
        var translated = Speech.texts(Language.NB).keySet();

        assertThat(said).as("said in %s", SOURCES).hasSizeGreaterThan(100);
        assertThat(translated).containsAll(said);
        assertThat(translated).allSatisfy(english -> assertThat(sources).contains(english));
    }

    /** With texts of more than one line put together. */
    private static String sources() {
        try (var files = Files.walk(SOURCES)) {
            return String.join(
                            "\n",
                            files.filter(file -> file.toString().matches(".*\\.(java|js|html)"))
                                    .map(TextsTest::read)
                                    .toList())
                    .replaceAll("\"\\s*\\+\\s*\"", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
