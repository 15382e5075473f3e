package dev.kvitt.vipps.client.orders;

import java.util.Optional;
import java.util.stream.Stream;

/** What is behind an order's link. Decides the words and the picture of the button in the app. */
public enum CategoryType {
    GENERAL,
    RECEIPT,
    ORDER_CONFIRMATION,
    DELIVERY,
    TICKET,
    BOOKING;

    /** Empty for one this client does not know. */
    static Optional<CategoryType> of(String text) {
        return Stream.of(values()).filter(type -> type.name().equals(text)).findFirst();
    }
}
