package dev.kvitt.vipps.rules.orders;

import java.util.Arrays;
import java.util.Optional;

/** Which API made the payment of an order. One order id may be used once by each. */
public enum PaymentType {
    /** eCom and ePayment. */
    ECOM,
    RECURRING;

    /** In any case: the specification writes it in capitals, the guide and the official plug-ins do not. */
    public static Optional<PaymentType> of(String name) {
        return Arrays.stream(values())
                .filter(type -> type.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
