package dev.kvitt.sandbox.faults;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.sandbox.domain.VippsApi;
import dev.kvitt.vipps.rules.ErrorCode;
import java.time.Duration;
import java.util.Optional;

/**
 * One way to fail, and whom it hits. Everything but the kind may be absent; {@link FaultRule} says what goes together.
 *
 * @param id part of the decision and of the journal; made from its place in the list if absent
 * @param api of a request
 * @param operation of a request, for example CAPTURE
 * @param event of a delivery: name of an event type
 * @param reference payment reference, order id or QR id
 * @param probability 0 to 1; absent = 1
 * @param times hits at most this often in all: the only limit that depends on who comes first
 * @param attempts hits only the first so many attempts of the same request or delivery
 * @param when before or after the work; absent = before
 * @param before real time before the work
 * @param after real time between work and answer
 * @param retryAfter whole seconds
 * @param status 500 to 599; absent = 500
 * @param code number of an error code
 * @param garbage absent = NOT_JSON
 * @param copies extra ones; absent = 1
 * @param by how late by the sandbox's clock, or how old
 * @param window how many deliveries change places; absent = 2
 * @param withinPayment also those of one payment change places; absent = false
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(
        String id,
        FaultKind kind,
        VippsApi api,
        String operation,
        String event,
        String msn,
        String reference,
        Double probability,
        Integer times,
        Integer attempts,
        When when,
        Duration before,
        Duration after,
        Integer retryAfter,
        Integer status,
        Integer code,
        Garbage garbage,
        Integer copies,
        Duration by,
        Integer window,
        Boolean withinPayment) {

    /** Where a request fails. */
    public enum When {
        BEFORE,
        AFTER
    }

    /** What a useless body looks like. */
    public enum Garbage {
        NOT_JSON,
        CUT,
        HTML
    }

    private static final int DEFAULT_STATUS = 500;
    private static final int DEFAULT_WINDOW = 2;

    Fault named(String name) {
        return new Fault(
                name,
                kind,
                api,
                operation,
                event,
                msn,
                reference,
                probability,
                times,
                attempts,
                when,
                before,
                after,
                retryAfter,
                status,
                code,
                garbage,
                copies,
                by,
                window,
                withinPayment);
    }

    double chance() {
        return probability == null ? 1 : probability;
    }

    /** Whether it strikes once the work is done. */
    boolean strikesAfter() {
        return kind == FaultKind.ANSWER_LOST || kind == FaultKind.GARBAGE || when == When.AFTER;
    }

    public Duration waitBefore() {
        return Optional.ofNullable(before).orElse(Duration.ZERO);
    }

    public Duration waitAfter() {
        return Optional.ofNullable(after).orElse(Duration.ZERO);
    }

    public int serverStatus() {
        return status == null ? DEFAULT_STATUS : status;
    }

    /** Of the kinds that answer with one. */
    public ErrorCode errorCode() {
        return switch (kind) {
            case LOCKED -> ErrorCode.ORDER_LOCKED;
            case TRY_LATER -> ErrorCode.CAPTURE_FAILED;
            case FUNDS_UNAVAILABLE -> ErrorCode.FUNDS_UNAVAILABLE;
            case ERROR_CODE -> FaultRule.errorCode(code).orElseThrow();
            default -> throw new IllegalStateException(kind + " has no error code");
        };
    }

    public Garbage body() {
        return garbage == null ? Garbage.NOT_JSON : garbage;
    }

    public int extraCopies() {
        return copies == null ? 1 : copies;
    }

    public int places() {
        return window == null ? DEFAULT_WINDOW : window;
    }

    public boolean mixesOnePayment() {
        return Boolean.TRUE.equals(withinPayment);
    }

    /** @param whom who makes the request, or is told */
    boolean concerns(FaultSubject whom) {
        return kind.target() == whom.target()
                && kind.onlyApi().equals(kind.onlyApi().flatMap(only -> whom.api()))
                && (!kind.isOfCaptures()
                        || whom.operation().filter("CAPTURE"::equals).isPresent())
                && (api == null || whom.api().filter(api::equals).isPresent())
                && (operation == null
                        || whom.operation().filter(operation::equals).isPresent())
                && (event == null || whom.event().filter(event::equals).isPresent())
                && (msn == null || whom.msn().filter(msn::equals).isPresent())
                && (reference == null
                        || whom.reference().filter(reference::equals).isPresent());
    }
}
