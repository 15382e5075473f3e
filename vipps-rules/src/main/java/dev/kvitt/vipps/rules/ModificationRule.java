package dev.kvitt.vipps.rules;

import java.util.Optional;

/** What captures and refunds have in common: the amount must be something, in the payment's currency. */
final class ModificationRule {

    private ModificationRule() {}

    static Optional<ErrorCode> refusal(Payment payment, Money part) {
        if (part.currency() != payment.amount().currency()) {
            return Optional.of(ErrorCode.WRONG_CURRENCY);
        }
        return part.isZero() ? Optional.of(ErrorCode.INVALID_AMOUNT) : Optional.empty();
    }
}
