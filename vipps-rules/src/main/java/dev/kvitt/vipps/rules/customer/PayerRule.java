package dev.kvitt.vipps.rules.customer;

import dev.kvitt.vipps.rules.ErrorCode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Whether a customer may pay at all. One code answers for all reasons, so that nobody learns which number exists or how
 * old its owner is.
 */
public final class PayerRule {

    private PayerRule() {}

    /** Why the customer cannot be sent a request; asked when a payment is created for a known customer. */
    public static Optional<ErrorCode> requestRefusal(Payer payer, Optional<Integer> minimumAge, LocalDate today) {
        return payer.standing().requestRefusal().or(() -> tooYoung(payer, minimumAge, today));
    }

    /** Why the customer gets no further in the app; asked when the payment is approved. */
    public static Optional<ErrorCode> approvalRefusal(Payer payer, Optional<Integer> minimumAge, LocalDate today) {
        return payer.standing().canApproveByHand()
                ? tooYoung(payer, minimumAge, today)
                : Optional.of(ErrorCode.CUSTOMER_CANNOT_PAY);
    }

    private static Optional<ErrorCode> tooYoung(Payer payer, Optional<Integer> minimumAge, LocalDate today) {
        return minimumAge.filter(least -> payer.age(today) < least).map(least -> ErrorCode.CUSTOMER_CANNOT_PAY);
    }
}
