package dev.kvitt.vipps.client.orders;

import java.util.List;

/**
 * What was bought. Vipps takes one for a payment and never lets it be changed.
 *
 * @param orderLines at least one, all in the bottom line's currency
 * @param bottomLine what stands below them
 */
public record Receipt(List<OrderLine> orderLines, BottomLine bottomLine) {
    public Receipt {
        orderLines = List.copyOf(orderLines);
        if (orderLines.isEmpty()) {
            throw new IllegalArgumentException("a receipt has at least one order line");
        }
        if (orderLines.stream().anyMatch(line -> line.total().currency() != bottomLine.currency())) {
            throw new IllegalArgumentException("a receipt has one currency");
        }
    }
}
