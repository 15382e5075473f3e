package dev.kvitt.system.settings;

import java.util.Locale;

/**
 * One setting as the code declares it.
 *
 * @param name of the property
 * @param kind what may be given: a kind of value, or the values themselves
 * @param standard its default; empty where it must be given, {@code –} where it may be left out
 */
record Setting(String name, String kind, String standard, String meaning) {

    static final String OPTIONAL = "–";

    /** The environment variable: all that is no letter and no digit is {@code _}; what is to be filled in stays. */
    String environment() {
        var text = new StringBuilder();
        var fillIn = false;
        for (var i = 0; i < name.length(); i++) {
            var character = name.charAt(i);
            fillIn = character == '<' || (fillIn && character != '>');
            var kept = fillIn || character == '>' || Character.isLetterOrDigit(character);
            text.append(kept ? character : '_');
        }
        return text.toString().toUpperCase(Locale.ROOT);
    }

    Setting withDefault(String value) {
        return new Setting(name, kind, value, meaning);
    }
}
