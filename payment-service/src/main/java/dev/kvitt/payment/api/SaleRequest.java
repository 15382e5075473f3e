package dev.kvitt.payment.api;

import dev.kvitt.events.EventType;

/** What a till may ask for, and as which event it is handed on. */
enum SaleRequest {
    OPENING(EventType.SALE_OPENED),
    CUSTOMER(EventType.CUSTOMER_PRESENTED),
    CONFIRMATION(EventType.AMOUNT_CONFIRMED),
    ATTEMPT(EventType.ATTEMPT_REQUESTED),
    CANCELLATION(EventType.SALE_CANCELLED),
    REFUND(EventType.REFUND_REQUESTED);

    private final EventType type;

    SaleRequest(EventType type) {
        this.type = type;
    }

    EventType type() {
        return type;
    }

    /** Whether money is wanted of which nobody was asked yet. Everything else is about what has begun. */
    boolean begins() {
        return this == OPENING || this == ATTEMPT;
    }

    Permission permission() {
        return this == REFUND ? Permission.REFUND : Permission.SELL;
    }
}
