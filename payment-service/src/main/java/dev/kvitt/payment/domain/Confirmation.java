package dev.kvitt.payment.domain;

import dev.kvitt.events.BottomLine;
import dev.kvitt.events.Money;
import dev.kvitt.events.OrderLine;
import java.util.List;

/**
 * What was handed over and is to be captured.
 *
 * @param bottomLine what stands below the lines; absent: the one from the opening
 * @param request who said so; absent when the terms say that the reservation is reason enough
 */
public record Confirmation(Request request, Money amount, List<OrderLine> lines, BottomLine bottomLine) {

    public Confirmation {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** All that was agreed, as the reservation alone is reason to capture it. */
    static Confirmation ofEverything(Terms terms) {
        return new Confirmation(null, terms.amount(), terms.lines(), terms.bottomLine());
    }
}
