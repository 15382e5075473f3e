package dev.kvitt.events;

import java.util.List;

/**
 * The goods are with the customer and this is what they cost. A vending machine says so after the product dropped.
 *
 * @param amount what to capture, at most what was reserved; more is refused and nothing is captured
 * @param lines what was sold, for the receipt; may be empty
 */
public record AmountConfirmed(
        Msn msn, SaleId saleId, String tillId, String requestId, Money amount, List<OrderLine> lines)
        implements PointOfSaleEvent {

    public AmountConfirmed {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }
}
