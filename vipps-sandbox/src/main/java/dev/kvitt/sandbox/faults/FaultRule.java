package dev.kvitt.sandbox.faults;

import dev.kvitt.sandbox.domain.ApiCall;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What a fault must keep to mean anything. */
final class FaultRule {

    /** The most extra copies of a delivery. */
    static final int MAX_COPIES = 10;

    /** The most deliveries that change places. */
    static final int MAX_WINDOW = 100;

    /** The longest a request is held up: longer than any client waits. */
    static final Duration MAX_DELAY = Duration.ofMinutes(10);

    /** How late or old a delivery is made at most: ten years, as far as the clock moves at once. */
    static final Duration MAX_BY = Duration.ofDays(3660);

    private static final int MAX_ID = 64;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final int LAST_SERVER_ERROR = 599;

    private FaultRule() {}

    /** A sentence that says what is wrong; empty = nothing. */
    static Optional<String> problem(Fault fault) {
        return fault.kind() == null
                ? Optional.of("A fault needs a kind: one of " + Arrays.toString(FaultKind.values()) + ".")
                : Stream.of(common(fault), filters(fault), strangeDetails(fault), details(fault))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(reason -> fault.kind() + ": " + reason);
    }

    private static Optional<String> common(Fault fault) {
        return first(List.of(
                wrong(
                        fault.id() != null
                                && (fault.id().isBlank() || fault.id().length() > MAX_ID),
                        "id has 1 to " + MAX_ID + " characters."),
                wrong(!(fault.chance() >= 0 && fault.chance() <= 1), "probability is a number from 0 to 1."),
                wrong(fault.times() != null && fault.times() < 1, "times is at least 1."),
                wrong(fault.attempts() != null && fault.attempts() < 1, "attempts is at least 1."),
                wrong(fault.msn() != null && !Msn.isValid(fault.msn()), "msn has 4 to 7 digits.")));
    }

    private static Optional<String> filters(Fault fault) {
        boolean ofRequests = fault.kind().target() == FaultKind.Target.REQUEST;
        return first(List.of(
                wrong(ofRequests && fault.event() != null, "event chooses deliveries, and this kind hits requests."),
                wrong(
                        !ofRequests && (fault.api() != null || fault.operation() != null),
                        "api and operation choose requests, and this kind hits deliveries."),
                wrong(
                        fault.operation() != null
                                && !fault.operation().equals(ApiCall.UNKNOWN)
                                && !ApiCall.operations().contains(fault.operation()),
                        "operation is one of " + ApiCall.operations() + "."),
                wrong(
                        fault.event() != null
                                && WebhookEventType.named(fault.event()).isEmpty(),
                        "event is the name of an event type, for example epayments.payment.captured.v1.")));
    }

    private static Optional<String> strangeDetails(Fault fault) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("when", fault.when());
        given.put("before", fault.before());
        given.put("after", fault.after());
        given.put("retryAfter", fault.retryAfter());
        given.put("status", fault.status());
        given.put("code", fault.code());
        given.put("garbage", fault.garbage());
        given.put("copies", fault.copies());
        given.put("by", fault.by());
        given.put("window", fault.window());
        given.put("withinPayment", fault.withinPayment());
        given.values().removeIf(Objects::isNull);
        given.keySet().removeAll(fault.kind().details());
        return given.keySet().stream().findFirst().map(name -> name + " means nothing to this kind.");
    }

    private static Optional<String> details(Fault fault) {
        return switch (fault.kind()) {
            case DELAY ->
                first(List.of(
                        wrong(fault.before() == null && fault.after() == null, "before or after is needed."),
                        wrong(
                                !isDelay(fault.before()) || !isDelay(fault.after()),
                                "waits are up to " + MAX_DELAY + ".")));
            case TOO_MANY_REQUESTS ->
                wrong(fault.retryAfter() != null && fault.retryAfter() < 0, "retryAfter is 0 or more seconds.");
            case SERVER_ERROR ->
                wrong(
                        fault.serverStatus() < FIRST_SERVER_ERROR || fault.serverStatus() > LAST_SERVER_ERROR,
                        "status is 500 to 599.");
            case ERROR_CODE ->
                wrong(
                        fault.code() == null || errorCode(fault.code()).isEmpty(),
                        "code is the number of one of Vipps' error codes, for example 6250.");
            case DOUBLE ->
                wrong(
                        fault.extraCopies() < 1 || fault.extraCopies() > MAX_COPIES,
                        "copies, the extra ones, are 1 to " + MAX_COPIES + ".");
            case LATE, OLD_DATE ->
                wrong(
                        fault.by() == null
                                || fault.by().isNegative()
                                || fault.by().isZero()
                                || fault.by().compareTo(MAX_BY) > 0,
                        "by is an ISO 8601 duration longer than nothing and up to " + MAX_BY + ", for example PT2H.");
            case OUT_OF_ORDER ->
                wrong(
                        fault.places() < 2 || fault.places() > MAX_WINDOW,
                        "window is 2 to " + MAX_WINDOW + " deliveries.");
            default -> Optional.empty();
        };
    }

    static Optional<ErrorCode> errorCode(int number) {
        return Arrays.stream(ErrorCode.values())
                .filter(code -> code.number() == number)
                .findFirst();
    }

    private static boolean isDelay(Duration wait) {
        return wait == null || (!wait.isNegative() && wait.compareTo(MAX_DELAY) <= 0);
    }

    private static Optional<String> wrong(boolean isWrong, String sentence) {
        return isWrong ? Optional.of(sentence) : Optional.empty();
    }

    private static Optional<String> first(List<Optional<String>> problems) {
        return problems.stream().flatMap(Optional::stream).findFirst();
    }
}
