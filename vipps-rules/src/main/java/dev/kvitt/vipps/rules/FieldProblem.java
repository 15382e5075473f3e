package dev.kvitt.vipps.rules;

import java.util.Optional;

/**
 * One entry of an error's {@code extraDetails} (or {@code invalidParams}).
 *
 * @param name the field, by its JSON path
 * @param reason a sentence that repeats no value of the request: it may be personal
 */
public record FieldProblem(String name, String reason) {

    /** The problem of a text that is too short or too long; none if there is no text. */
    public static Optional<FieldProblem> ofLength(String name, String value, int min, int max) {
        boolean fine = value == null || (value.length() >= min && value.length() <= max);
        return fine
                ? Optional.empty()
                : Optional.of(new FieldProblem(name, "Must have " + min + " to " + max + " characters."));
    }
}
