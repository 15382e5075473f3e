package dev.kvitt.vipps.rules;

/**
 * One entry of an error's {@code extraDetails} (or {@code invalidParams}).
 *
 * @param name the field, by its JSON path
 * @param reason a sentence that repeats no value of the request: it may be personal
 */
public record FieldProblem(String name, String reason) {}
