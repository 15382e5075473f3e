package dev.kvitt.vipps.rules.orders;

import java.util.Arrays;
import java.util.Optional;

/** What the link on an order leads to. */
public enum CategoryType {
    GENERAL,
    RECEIPT,
    ORDER_CONFIRMATION,
    DELIVERY,
    TICKET,
    BOOKING;

    public static Optional<CategoryType> of(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
