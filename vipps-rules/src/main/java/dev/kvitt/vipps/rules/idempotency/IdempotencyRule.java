package dev.kvitt.vipps.rules.idempotency;

import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Operation;
import dev.kvitt.vipps.rules.RulesSwitches;
import java.time.Instant;
import java.util.Optional;

/**
 * Same key and same body: the first answer again, also when it was a refusal. Same key and another body: 409. What was
 * answered with a passing trouble (423, 429, 5xx, and 6280) is not remembered, so that the same key can be tried again.
 */
public final class IdempotencyRule {

    private static final int LOCKED = 423;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private IdempotencyRule() {}

    public static <A> KeyVerdict<A> judge(
            Optional<Remembered<A>> earlier, RequestIdentity request, Instant now, RulesSwitches.Keys switches) {
        Optional<Remembered<A>> known = earlier.filter(memory -> isStillKnown(memory, now, switches));
        if (known.isEmpty()) {
            return new KeyVerdict.Fresh<>();
        }
        if (!known.get().request().equals(request)) {
            return new KeyVerdict.Conflict<>(codeOfReuse(known.get().request(), request));
        }
        return request.operation() == Operation.CREATE && !switches.createIsReplayed()
                ? new KeyVerdict.Conflict<>(ErrorCode.REFERENCE_EXISTS)
                : new KeyVerdict.Replay<>(known.get().answer());
    }

    /**
     * Whether an answer belongs to its key for good.
     *
     * @param status HTTP status of the answer
     * @param code of a refusal; empty if it has none
     */
    public static boolean isRemembered(int status, Optional<ErrorCode> code, RulesSwitches.Keys switches) {
        if (code.isPresent() && code.get() == ErrorCode.CAPTURE_FAILED) {
            return switches.captureFailedIsRemembered();
        }
        if (code.isPresent() && code.get() == ErrorCode.FUNDS_UNAVAILABLE) {
            return switches.fundsUnavailableIsRemembered();
        }
        return status != LOCKED && status != TOO_MANY_REQUESTS && status < FIRST_SERVER_ERROR;
    }

    private static boolean isStillKnown(Remembered<?> memory, Instant now, RulesSwitches.Keys switches) {
        return switches.lifetime()
                .map(memory.firstSeen()::plus)
                .map(now::isBefore)
                .orElse(true);
    }

    private static ErrorCode codeOfReuse(RequestIdentity earlier, RequestIdentity request) {
        boolean sameTarget = earlier.operation() == request.operation()
                && earlier.reference().equals(request.reference());
        return sameTarget ? request.operation().keyReused() : ErrorCode.IDEMPOTENCY_KEY_EXISTS;
    }
}
