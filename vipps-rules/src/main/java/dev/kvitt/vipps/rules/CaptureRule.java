package dev.kvitt.vipps.rules;

import java.time.Instant;
import java.util.Optional;

/** When a capture is refused, and with which code. */
final class CaptureRule {

    private CaptureRule() {}

    static Optional<ErrorCode> refusal(Payment payment, Money part, Instant now) {
        return switch (payment.state()) {
            case CREATED -> Optional.of(ErrorCode.CAPTURE_BEFORE_RESERVATION);
            case TERMINATED -> Optional.of(ErrorCode.CAPTURE_OF_CANCELLED);
            case ABORTED, EXPIRED -> Optional.of(ErrorCode.WRONG_STATE_FOR_CAPTURE);
            case AUTHORIZED ->
                ModificationRule.refusal(payment, part)
                        .or(() -> nothingLeft(payment, now))
                        .or(() -> wrongAmount(payment, part))
                        .or(() -> bankTrouble(payment.bank()));
        };
    }

    private static Optional<ErrorCode> nothingLeft(Payment payment, Instant now) {
        Aggregate aggregate = payment.aggregate();
        if (aggregate.captured().equals(aggregate.authorized())) {
            return Optional.of(ErrorCode.ALREADY_CAPTURED);
        }
        if (payment.isCaptureWindowClosed(now)) {
            return Optional.of(ErrorCode.CAPTURE_PERIOD_EXPIRED);
        }
        return aggregate.capturable().isZero() ? Optional.of(ErrorCode.CAPTURE_OF_CANCELLED) : Optional.empty();
    }

    private static Optional<ErrorCode> wrongAmount(Payment payment, Money part) {
        if (part.isMoreThan(payment.aggregate().capturable())) {
            return Optional.of(ErrorCode.CAPTURE_TOO_HIGH);
        }
        boolean whole = part.equals(payment.aggregate().authorized());
        return whole || payment.salesUnit().has(Agreement.PARTIAL_CAPTURE)
                ? Optional.empty()
                : Optional.of(ErrorCode.FULL_CAPTURE_ONLY);
    }

    private static Optional<ErrorCode> bankTrouble(Bank bank) {
        return switch (bank) {
            case READY, PROCESSING -> Optional.empty();
            case FUNDS_RELEASED -> Optional.of(ErrorCode.FUNDS_UNAVAILABLE);
            case CAPTURE_FAILING -> Optional.of(ErrorCode.CAPTURE_FAILED);
        };
    }
}
