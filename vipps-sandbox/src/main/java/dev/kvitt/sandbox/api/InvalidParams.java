package dev.kvitt.sandbox.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.vipps.rules.FieldProblem;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** An error of the QR and order management APIs, as in their specifications' examples. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record InvalidParams(String type, String title, String detail, String instance, List<FieldProblem> invalidParams) {

    private static final String BAD_REQUEST = "https://datatracker.ietf.org/doc/html/rfc7231#section-6.5.1";
    private static final Pattern FIRST_LETTERS = Pattern.compile("(?:^|\\.)[a-z]");

    static InvalidParams of(String type, String title, String detail, String instance, List<FieldProblem> problems) {
        return problems.isEmpty()
                ? new InvalidParams(type, title, detail, instance, problems)
                : new InvalidParams(
                        BAD_REQUEST,
                        "One or more validation errors occurred.",
                        "BadRequest",
                        instance,
                        problems.stream().map(InvalidParams::capitalised).toList());
    }

    /** These APIs name fields as their program does: {@code OrderLines[0].TotalAmount}. */
    private static FieldProblem capitalised(FieldProblem problem) {
        String name = FIRST_LETTERS.matcher(problem.name()).replaceAll((MatchResult letter) -> letter.group()
                .toUpperCase(Locale.ROOT));
        return new FieldProblem(name, problem.reason());
    }
}
