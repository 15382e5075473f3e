package dev.kvitt.vipps.client.epayment;

import java.util.Objects;
import java.util.Optional;

/**
 * What a payment is paid with.
 *
 * @param type the kind
 * @param cardBin the first six digits of the card, which tell the bank; hidden by {@code toString}
 */
public record UsedPaymentMethod(PaymentMethodType type, Optional<String> cardBin) {
    public UsedPaymentMethod {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(cardBin, "cardBin");
    }

    @Override
    public String toString() {
        return "UsedPaymentMethod[" + type + "]";
    }
}
