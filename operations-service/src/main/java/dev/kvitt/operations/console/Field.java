package dev.kvitt.operations.console;

/**
 * One field of a form that looks for something.
 *
 * @param value as it was typed; empty for nothing
 * @param wrong what is wrong with it and what would be right, or null
 */
public record Field(String name, String value, String wrong) {}
