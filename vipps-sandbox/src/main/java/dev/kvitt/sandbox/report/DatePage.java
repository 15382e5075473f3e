package dev.kvitt.sandbox.report;

/**
 * Some rows of one date.
 *
 * @param closed false = rows may still come
 */
public record DatePage(Page page, boolean closed) {}
