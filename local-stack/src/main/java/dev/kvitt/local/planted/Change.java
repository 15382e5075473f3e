package dev.kvitt.local.planted;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One place where a bug goes into the code.
 *
 * @param file its path below the folder of the sources, as in {@code Ledger.java} or {@code inbox/Inbox.java}
 * @param before what is there; white space does not count, so that formatting the code anew harms nothing
 * @param after what is there instead
 */
public record Change(String file, String before, String after) {

    /** @throws AssertionError when the code no longer has this place, or has more than one */
    String in(String source) {
        var places = pattern().matcher(source);
        var count = places.results().count();
        if (count != 1) {
            throw new AssertionError(
                    file + " has this " + count + " times, so the bug must be planted anew:\n" + before);
        }
        return places.replaceAll(Matcher.quoteReplacement(after));
    }

    private Pattern pattern() {
        return Pattern.compile(before.chars()
                .filter(letter -> !Character.isWhitespace(letter))
                .mapToObj(letter -> Pattern.quote(Character.toString(letter)))
                .collect(Collectors.joining("\\s*")));
    }
}
