package dev.kvitt.checkin.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.SaleContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a customer sees before they pay.
 *
 * @param openedBy the event that opened the sale; should it be refused, this is nobody's offer
 * @param openedAt by the till's clock, and never later than when it was read
 * @param validUntil nobody wants a payment request after this
 * @param withCustomer the till has named a customer of its own with it
 * @param remember what the customer's number is to be kept for; absent: they are not asked
 */
public record PageOffer(
        UUID openedBy,
        SaleContext sale,
        Money amount,
        String description,
        List<OrderLine> lines,
        Instant openedAt,
        Instant validUntil,
        boolean withCustomer,
        String remember) {

    public PageOffer {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
