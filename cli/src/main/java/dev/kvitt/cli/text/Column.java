package dev.kvitt.cli.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * A column of a table.
 *
 * @param title its head
 * @param cell what it shows of an item
 * @param right whether numbers stand in it, which end under each other
 * @param shrinks whether it may be cut where the terminal is narrow; ids and money never are
 */
public record Column(String title, Function<JsonNode, String> cell, boolean right, boolean shrinks) {

    /** An id, a state, a time: never cut. */
    public static Column of(String title, Function<JsonNode, String> cell) {
        return new Column(title, cell, false, false);
    }

    /** The text of a field, never cut. */
    public static Column of(String title, String field) {
        return of(title, item -> Cell.text(item, field));
    }

    /** Text for people, cut where the terminal is narrow. */
    public static Column prose(String title, Function<JsonNode, String> cell) {
        return new Column(title, cell, false, true);
    }

    /** The text of a field for people, cut where the terminal is narrow. */
    public static Column prose(String title, String field) {
        return prose(title, item -> Cell.text(item, field));
    }

    /** The money in a field. */
    public static Column money(String title, String field) {
        return new Column(title, item -> Cell.money(item, field), true, false);
    }

    /** The number in a field. */
    public static Column number(String title, String field) {
        return new Column(title, item -> Cell.number(item, field), true, false);
    }

    /** The time in a field. */
    public static Column time(String title, String field) {
        return of(title, item -> Cell.time(item, field));
    }
}
