package dev.kvitt.vipps.rules.qr;

import dev.kvitt.vipps.rules.FieldProblem;
import dev.kvitt.vipps.rules.Loopback;
import dev.kvitt.vipps.rules.RulesSwitches;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a redirect code must keep. */
public final class RedirectQrRule {

    public static final int MAX_ID = 128;

    /** Seconds. */
    public static final long MIN_TTL = 300;

    /** Seconds. */
    public static final long MAX_TTL = Integer.MAX_VALUE;

    // As in the specification. Its \w is taken as ASCII: were it every letter, æøå would not be named.
    private static final String ID = "^[-_+%æøåÆØÅ\\w\\s]*$";
    private static final String URL = "^https:\\/\\/[\\w\\.]+([\\w#!:.?+=&%@\\-\\/]+)?$";
    private static final Pattern ID_PATTERN = Pattern.compile(ID);
    private static final Pattern URL_PATTERN = Pattern.compile(URL);

    private RedirectQrRule() {}

    /** Of a new code. */
    public static List<FieldProblem> problems(RedirectQrBody body) {
        return problems(body, RulesSwitches.defaults().create());
    }

    /** Of a new code. */
    public static List<FieldProblem> problems(RedirectQrBody body, RulesSwitches.Create switches) {
        List<FieldProblem> problems = new ArrayList<>();
        if (body.id() == null || body.id().isEmpty()) {
            problems.add(new FieldProblem("id", "The Id field is required."));
        } else if (body.id().length() > MAX_ID) {
            problems.add(new FieldProblem("id", "The field Id must have at most " + MAX_ID + " characters."));
        } else if (!ID_PATTERN.matcher(body.id()).matches()) {
            problems.add(new FieldProblem("id", mustMatch("Id", ID)));
        }
        url(problems, body.redirectUrl(), switches);
        if (body.ttl() != null && (body.ttl() < MIN_TTL || body.ttl() > MAX_TTL)) {
            problems.add(new FieldProblem("ttl", "The field Ttl must be between " + MIN_TTL + " and " + MAX_TTL + "."));
        }
        return problems;
    }

    /**
     * Of a change of an existing code.
     *
     * @param id in the path; the guide repeats it in the body, the specification does not
     */
    public static List<FieldProblem> problemsOfUpdate(String id, RedirectQrBody body) {
        return problemsOfUpdate(id, body, RulesSwitches.defaults().create());
    }

    /** As {@link #problemsOfUpdate(String, RedirectQrBody)}. */
    public static List<FieldProblem> problemsOfUpdate(String id, RedirectQrBody body, RulesSwitches.Create switches) {
        List<FieldProblem> problems = new ArrayList<>();
        if (body.id() != null && !body.id().equals(id)) {
            problems.add(new FieldProblem("id", "The id cannot be changed."));
        }
        if (body.ttl() != null) {
            problems.add(new FieldProblem("ttl", "The field is unknown."));
        }
        url(problems, body.redirectUrl(), switches);
        return problems;
    }

    private static void url(List<FieldProblem> problems, String url, RulesSwitches.Create switches) {
        if (url == null || url.isEmpty()) {
            problems.add(new FieldProblem("redirectUrl", "The RedirectUrl field is required."));
        } else if (!URL_PATTERN.matcher(url).matches() && !(switches.loopbackHttpAccepted() && Loopback.isHttp(url))) {
            problems.add(new FieldProblem("redirectUrl", mustMatch("RedirectUrl", URL)));
        }
    }

    private static String mustMatch(String field, String pattern) {
        return "The field " + field + " must match the regular expression '" + pattern + "'.";
    }
}
