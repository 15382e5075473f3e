package dev.kvitt.operations.domain;

import dev.kvitt.events.Money;
import dev.kvitt.operations.domain.TimelineEntry.Level;

/**
 * What a line of the history says.
 *
 * @param amount absent where it is about none
 */
record Telling(Level level, String title, String text, Money amount) {

    static Telling info(String title, String text, Money amount) {
        return new Telling(Level.INFO, title, text, amount);
    }

    static Telling info(String title, String text) {
        return info(title, text, null);
    }

    static Telling good(String title, String text, Money amount) {
        return new Telling(Level.GOOD, title, text, amount);
    }

    static Telling warn(String title, String text, Money amount) {
        return new Telling(Level.WARN, title, text, amount);
    }

    static Telling warn(String title, String text) {
        return warn(title, text, null);
    }

    static Telling bad(String title, String text, Money amount) {
        return new Telling(Level.BAD, title, text, amount);
    }
}
