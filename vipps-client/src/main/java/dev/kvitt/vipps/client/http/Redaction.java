package dev.kvitt.vipps.client.http;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes out of Vipps' words what looks like a number, a token, an address or a link, and any word that is not usual there; bounds their length. */
final class Redaction {
    /** Longest text kept, in characters. */
    static final int MAX_LENGTH = 200;
    /** Longest word kept, in characters; tokens and personal QRs are longer. */
    static final int MAX_WORD_LENGTH = 32;

    private static final String GONE = "(removed)";
    private static final Pattern LONG_NUMBER = Pattern.compile("\\+?[0-9](?:[ ().-]{0,2}[0-9]){5,}");
    private static final Pattern UNPRINTABLE_OR_SPACE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Z}]+");

    private Redaction() {}

    /** A text for people. */
    static String of(String text) {
        return bounded(Vocabulary.only(name(text), GONE));
    }

    /** The name of a field that is known to hold nothing personal. */
    static String name(String text) {
        String start = text.substring(0, Math.min(text.length(), 10 * MAX_LENGTH));
        String spaced = UNPRINTABLE_OR_SPACE.matcher(start).replaceAll(" ").strip();
        String numberless = LONG_NUMBER.matcher(spaced).replaceAll(GONE);
        String clean =
                Arrays.stream(numberless.split(" ", -1)).map(Redaction::word).collect(Collectors.joining(" "));
        return bounded(clean);
    }

    private static String bounded(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }

    private static String word(String word) {
        boolean suspicious = word.length() > MAX_WORD_LENGTH || word.contains("@") || word.contains("://");
        return suspicious ? GONE : word;
    }
}
