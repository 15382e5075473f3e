package dev.kvitt.vipps.rules.qr;

import dev.kvitt.vipps.rules.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** What a callback code must keep. Its id has no documented pattern. */
public final class CallbackQrRule {

    /** Characters of {@code locationDescription}. */
    public static final int MAX_LOCATION = 36;

    private CallbackQrRule() {}

    /** @param categoryAccepted whether {@code category} is a known field */
    public static List<FieldProblem> problems(CallbackQrBody body, boolean categoryAccepted) {
        List<FieldProblem> problems = new ArrayList<>();
        String location = body.locationDescription();
        if (location == null || location.isBlank()) {
            problems.add(new FieldProblem("locationDescription", "The LocationDescription field is required."));
        } else if (location.length() > MAX_LOCATION) {
            problems.add(new FieldProblem(
                    "locationDescription",
                    "The field LocationDescription must be a string with a maximum length of " + MAX_LOCATION + "."));
        }
        if (body.category() != null && !categoryAccepted) {
            problems.add(new FieldProblem("category", "The field is unknown."));
        }
        return problems;
    }
}
