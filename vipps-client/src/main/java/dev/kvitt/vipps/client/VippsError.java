package dev.kvitt.vipps.client;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Why Vipps did not do what was asked. Holds no personal value: Vipps' {@code detail} is dropped, and reasons are kept only for fields that
 * hold none.
 *
 * @param stage how far the call came
 * @param status the HTTP status, or {@value #NO_STATUS} where no answer came
 * @param code Vipps' error code; absent for malformed requests and for answers of the API gateway
 * @param title Vipps' short description, for people; never branch on it
 * @param reasons complaints about single fields
 * @param traceId the id Vipps' support asks for
 */
public record VippsError(
        Stage stage,
        int status,
        Optional<ErrorCode> code,
        String title,
        List<FieldReason> reasons,
        Optional<String> traceId) {

    /** The {@code status} where no HTTP answer came. */
    public static final int NO_STATUS = 0;

    /** Statuses that say "not just now" and judge nothing, not even keys: timeout, locked, too early, too many requests. */
    private static final Set<Integer> NOT_JUST_NOW = Set.of(408, 423, 425, 429);

    /** How far a call came. */
    public enum Stage {
        /** No connection to Vipps, or the call was given up before it was sent. The operation was never asked for. */
        NOT_SENT,
        /** Vipps gave no access token. The operation was never asked for. */
        ACCESS_TOKEN,
        /** Vipps or its gateway answered the call itself. */
        CALL
    }

    public VippsError {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(title, "title");
        reasons = List.copyOf(reasons);
        Objects.requireNonNull(traceId, "traceId");
    }

    /** An error for a call that was never sent. */
    public static VippsError notSent(Stage stage, String title) {
        return new VippsError(stage, NO_STATUS, Optional.empty(), title, List.of(), Optional.empty());
    }

    /** Whether Vipps gave this code. */
    public boolean is(ErrorCode wanted) {
        return code.filter(wanted::equals).isPresent();
    }

    /**
     * Whether Vipps knows no such thing under this sales unit. Other sales units' payments are not found either. An access token that was not
     * found says nothing about the thing.
     */
    public boolean isNotFound() {
        return stage == Stage.CALL && (status == 404 || is(ErrorCode.REFERENCE_NOT_FOUND));
    }

    /** Whether Vipps judged our keys and not the operation. An operator must act; the operation may then be repeated under the same key. */
    public boolean isAboutCredentials() {
        return status == 401
                || (stage == Stage.ACCESS_TOKEN && status >= 400 && status < 500 && !NOT_JUST_NOW.contains(status));
    }

    /** What sort of no this is. */
    public ErrorKind kind() {
        return ErrorTable.of(this).kind();
    }

    /**
     * Whether the request itself was wrong, which is a bug of ours or bad input: the same request never succeeds, under no key. Vipps answers
     * so with a status and often without a code, and says which fields in {@link #reasons()}.
     */
    public boolean isMalformed() {
        return kind() == ErrorKind.MALFORMED;
    }

    /** What to show at the point of sale. */
    public String cashierSentence() {
        return ErrorTable.of(this).cashier();
    }

    /** What to tell the people who run the installation: what happened, what it means for the money, what to do next. */
    public String operatorSentence() {
        ErrorAdvice advice = ErrorTable.of(this);
        String answer = status == NO_STATUS ? "No answer" : "Vipps answered " + status;
        String said = kind() == ErrorKind.OTHER || stage != Stage.CALL ? " (" + title + ")" : "";
        return answer + code.map(number -> ", code " + number).orElse("") + ": " + advice.what() + said
                + fields() + ". " + advice.money() + " " + advice.next() + "."
                + traceId.map(id -> " Trace id for Vipps: " + id + ".").orElse("");
    }

    private String fields() {
        if (reasons.isEmpty()) {
            return "";
        }
        return reasons.stream().map(FieldReason::name).distinct().collect(Collectors.joining(", ", " (fields: ", ")"));
    }
}
