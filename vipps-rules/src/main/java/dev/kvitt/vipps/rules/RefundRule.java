package dev.kvitt.vipps.rules;

import java.time.Instant;
import java.util.Optional;

/** When a refund is refused, and with which code. */
final class RefundRule {

    private RefundRule() {}

    static Optional<ErrorCode> refusal(Payment payment, Money part, Instant now, RulesSwitches switches) {
        return switch (payment.state()) {
            case CREATED -> Optional.of(ErrorCode.REFUND_BEFORE_RESERVATION);
            case ABORTED, EXPIRED, TERMINATED -> Optional.of(ErrorCode.WRONG_STATE_FOR_REFUND);
            case AUTHORIZED ->
                ModificationRule.refusal(payment, part)
                        .or(() -> notPossible(payment.salesUnit()))
                        .or(() -> SpecialRefund.refusal(part))
                        .or(() -> tooLate(payment, now, switches))
                        .or(() -> notEnough(payment.aggregate(), part));
        };
    }

    private static Optional<ErrorCode> notPossible(SalesUnit salesUnit) {
        return salesUnit.has(Agreement.REFUND) ? Optional.empty() : Optional.of(ErrorCode.REFUND_NOT_POSSIBLE);
    }

    private static Optional<ErrorCode> tooLate(Payment payment, Instant now, RulesSwitches switches) {
        Optional<Instant> start =
                switch (switches.lifecycle().refundPeriodFrom()) {
                    case RESERVATION -> payment.authorizedAt();
                    case CAPTURE -> payment.capturedAt();
                };
        return start.map(at -> at.plus(TimeLimits.REFUND))
                .filter(end -> !now.isBefore(end))
                .map(end -> ErrorCode.REFUND_PERIOD_EXPIRED);
    }

    private static Optional<ErrorCode> notEnough(Aggregate aggregate, Money part) {
        boolean allBack =
                !aggregate.captured().isZero() && aggregate.refundable().isZero();
        if (allBack) {
            return Optional.of(ErrorCode.ALREADY_REFUNDED);
        }
        return part.isMoreThan(aggregate.refundable())
                ? Optional.of(ErrorCode.NOT_ENOUGH_REFUNDABLE)
                : Optional.empty();
    }
}
