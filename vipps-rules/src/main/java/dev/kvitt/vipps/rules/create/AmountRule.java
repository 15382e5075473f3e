package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.Currency;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.SalesUnit;
import java.util.Optional;

/** How much a payment may be, and in what. */
public final class AmountRule {

    /** Largest payment, in minor units. */
    public static final long MAXIMUM = 65_000_000;

    private AmountRule() {}

    static Optional<Refusal> refusal(CreateBody.Amount amount, SalesUnit salesUnit) {
        long value = amount.value();
        if (value < 0 || value > MAXIMUM) {
            return refused(ErrorCode.INVALID_AMOUNT, "The amount must be between 0 and " + MAXIMUM + " minor units.");
        }
        Currency currency = Currency.valueOf(amount.currency());
        if (currency != salesUnit.market().currency()) {
            return refused(
                    ErrorCode.WRONG_CURRENCY,
                    "This sales unit is paid in " + salesUnit.market().currency() + ".");
        }
        long minimum = currency.minimumPayment().value();
        return value < minimum
                ? refused(ErrorCode.AMOUNT_TOO_SMALL, "The smallest payment is " + minimum + " minor units.")
                : Optional.empty();
    }

    private static Optional<Refusal> refused(ErrorCode code, String detail) {
        return Optional.of(new Refusal.Coded(code, detail));
    }
}
