package dev.kvitt.payment.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.OrderLine;
import java.util.List;

/**
 * What was handed over and is to be captured.
 *
 * @param request who said so; absent when the terms say that the reservation is reason enough
 */
public record Confirmation(Request request, Money amount, List<OrderLine> lines) {

    public Confirmation {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
