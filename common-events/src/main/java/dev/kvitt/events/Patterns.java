package dev.kvitt.events;

import java.util.regex.Pattern;

/** One check for all id types, so that each says the same thing when it is given nonsense. */
final class Patterns {

    private Patterns() {}

    static String require(Pattern pattern, String value, String what) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must match " + pattern.pattern());
        }
        return value;
    }
}
