package dev.kvitt.sandbox.api;

import dev.kvitt.vipps.rules.Currency;
import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.create.AmountRule;
import dev.kvitt.vipps.rules.create.CreateBody;
import java.util.Arrays;

/** Bodies of capture, refund and cancel, as they arrive. */
final class ModificationBodies {

    private ModificationBodies() {}

    /** Of capture and refund. */
    record Amount(CreateBody.Amount modificationAmount) {

        /** @throws RefusedException if there is no amount in it */
        Money money() {
            if (modificationAmount == null || modificationAmount.value() == null) {
                throw malformed("modificationAmount.value", "The field is required.");
            }
            if (modificationAmount.value() < 0 || modificationAmount.value() > AmountRule.MAXIMUM) {
                throw new RefusedException(Refusal.Coded.of(ErrorCode.INVALID_AMOUNT));
            }
            Currency currency = Arrays.stream(Currency.values())
                    .filter(known -> known.name().equals(modificationAmount.currency()))
                    .findFirst()
                    .orElseThrow(() -> malformed("modificationAmount.currency", "Must be one of NOK, DKK, EUR."));
            return new Money(modificationAmount.value(), currency);
        }

        private static RefusedException malformed(String field, String reason) {
            return new RefusedException(Refusal.Malformed.of(field, reason));
        }
    }

    /** Of cancel; null = false. */
    record Cancel(Boolean cancelTransactionOnly) {}
}
