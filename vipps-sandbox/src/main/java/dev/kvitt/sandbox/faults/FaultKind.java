package dev.kvitt.sandbox.faults;

import dev.kvitt.sandbox.domain.VippsApi;
import java.util.Optional;
import java.util.Set;

/** The ways in which requests and deliveries can be made to fail. */
public enum FaultKind {
    /** The connection is closed before anything is done: no idempotency key is left behind. */
    REQUEST_LOST(Target.REQUEST),
    /** Everything is done, then the connection is closed without an answer. */
    ANSWER_LOST(Target.REQUEST),
    /** The request waits before the work, the answer after it; both in real time. */
    DELAY(Target.REQUEST, "before", "after"),
    /** 429 in the gateway's shape, without Retry-After unless {@code retryAfter} gives its seconds. */
    TOO_MANY_REQUESTS(Target.REQUEST, "retryAfter"),
    /** 423 with 6160; the ePayment API only. */
    LOCKED(Target.REQUEST),
    /** A capture is answered with 6280. */
    TRY_LATER(Target.REQUEST),
    /** A capture is answered with 6260. */
    FUNDS_UNAVAILABLE(Target.REQUEST),
    /** {@code status} 500 to 599, before the work or after it. */
    SERVER_ERROR(Target.REQUEST, "status", "when"),
    /** The connection is reset, before the work or after it. */
    RESET(Target.REQUEST, "when"),
    /** The work is done and answered with 200 and a body nobody can use. */
    GARBAGE(Target.REQUEST, "garbage"),
    /** 401 in the gateway's shape. */
    UNAUTHORIZED(Target.REQUEST),
    /** The error of the ePayment API with this {@code code}, and nothing is done. */
    ERROR_CODE(Target.REQUEST, "code"),

    /** The event is never sent. */
    DROP(Target.DELIVERY),
    /** The event is sent {@code copies} times more, each right behind the one before. */
    DOUBLE(Target.DELIVERY, "copies"),
    /** The event, and those behind it in its payment, wait {@code by} this long by the sandbox's clock. */
    LATE(Target.DELIVERY, "by"),
    /** {@code window} events of a registration are gathered and sent in another order. */
    OUT_OF_ORDER(Target.DELIVERY, "window", "withinPayment"),
    /** This attempt is signed with another secret. */
    BAD_SIGNATURE(Target.ATTEMPT),
    /** This attempt is rightly signed with a date {@code by} this long ago. */
    OLD_DATE(Target.ATTEMPT, "by"),
    /** The body of this attempt is changed after it was signed. */
    FORGED_BODY(Target.ATTEMPT);

    /** What one decision is about. */
    public enum Target {
        /** A merchant's request. */
        REQUEST,
        /** An event on its way to one registration, decided once. */
        DELIVERY,
        /** One attempt to deliver. */
        ATTEMPT
    }

    private final Target target;
    private final Set<String> details;

    FaultKind(Target target, String... details) {
        this.target = target;
        this.details = Set.of(details);
    }

    /** The only API that answers like this; empty = all may. */
    Optional<VippsApi> onlyApi() {
        boolean coded = this == LOCKED || this == ERROR_CODE || isOfCaptures();
        return coded ? Optional.of(VippsApi.EPAYMENT) : Optional.empty();
    }

    boolean isOfCaptures() {
        return this == TRY_LATER || this == FUNDS_UNAVAILABLE;
    }

    public Target target() {
        return target;
    }

    /** The fields that mean something to this kind, beside the filters. */
    Set<String> details() {
        return details;
    }
}
