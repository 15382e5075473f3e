package dev.kvitt.checkin.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.SaleContext;
import java.time.Instant;
import java.util.List;

/**
 * What a customer sees before they pay.
 *
 * @param openedAt by the till's clock
 * @param validUntil nobody wants a payment request after this
 * @param remember what the customer's number is to be kept for; absent: they are not asked
 */
public record PageOffer(
        SaleContext sale,
        Money amount,
        String description,
        List<OrderLine> lines,
        Instant openedAt,
        Instant validUntil,
        String remember) {

    public PageOffer {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
