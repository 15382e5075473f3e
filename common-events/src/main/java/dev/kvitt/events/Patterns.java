package dev.kvitt.events;

import java.util.regex.Pattern;

/** One check for all id types, so that each says the same thing when it is given nonsense. */
final class Patterns {

    static final Pattern TILL_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    static final Pattern REQUEST_ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

    static final Pattern RETURN_URL =
            Pattern.compile("(https://|http://(localhost|127\\.0\\.0\\.1)[:/])[\\x21-\\x7e]{1,183}");

    static final Pattern OPERATOR = TILL_ID;
    static final Pattern REASON = Pattern.compile("[^\\p{Cntrl}]{1,200}");

    private Patterns() {}

    static String require(Pattern pattern, String value, String what) {
        if (value == null || !pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must match " + pattern.pattern());
        }
        return value;
    }
}
