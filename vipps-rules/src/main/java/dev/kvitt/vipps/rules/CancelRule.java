package dev.kvitt.vipps.rules;

import java.time.Instant;
import java.util.Optional;

/** When a cancel is refused, and with which code. */
final class CancelRule {

    private CancelRule() {}

    static Optional<ErrorCode> refusal(Payment payment, boolean transactionOnly, Instant now, RulesSwitches switches) {
        return switch (payment.state()) {
            case CREATED ->
                payment.bank() == Bank.PROCESSING ? Optional.of(ErrorCode.CANCEL_WHILE_PROCESSING) : Optional.empty();
            case TERMINATED -> Optional.of(switches.cancel().repeated());
            case ABORTED, EXPIRED -> Optional.of(ErrorCode.CANCEL_OF_NOT_RESERVED);
            case AUTHORIZED ->
                transactionOnly ? Optional.of(ErrorCode.CANCEL_OF_AUTHORIZED) : nothingLeft(payment, now, switches);
        };
    }

    private static Optional<ErrorCode> nothingLeft(Payment payment, Instant now, RulesSwitches switches) {
        Aggregate aggregate = payment.aggregate();
        if (aggregate.captured().equals(aggregate.authorized())) {
            return Optional.of(ErrorCode.CANCEL_OF_CAPTURED);
        }
        if (payment.isCaptureWindowClosed(now)) {
            return Optional.of(ErrorCode.CANCEL_PERIOD_EXPIRED);
        }
        return aggregate.capturable().isZero() ? Optional.of(switches.cancel().repeated()) : Optional.empty();
    }
}
