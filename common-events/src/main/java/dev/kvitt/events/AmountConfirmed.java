package dev.kvitt.events;

import java.util.List;

/**
 * The goods are with the customer and this is what they cost. A vending machine says so after the product dropped.
 *
 * @param tillId as in the registry, 1 to 64 letters, digits, '.', '_' and '-'
 * @param requestId 1 to 64 visible ASCII characters
 * @param amount what to capture, at most what was reserved; more is refused and nothing is captured
 * @param lines what was sold, for the receipt; at most {@value #MAX_LINES}; empty when absent
 * @param bottomLine what stands below the lines; absent: the one from the opening
 */
public record AmountConfirmed(
        Msn msn,
        SaleId saleId,
        String tillId,
        String requestId,
        Money amount,
        @MayBeAbsent List<OrderLine> lines,
        @MayBeAbsent BottomLine bottomLine)
        implements PointOfSaleEvent {

    /** More lines than any receipt has; keeps an event far below {@link EventCodec#MAX_VALUE_BYTES}. */
    public static final int MAX_LINES = 500;

    public AmountConfirmed {
        Patterns.require(Patterns.TILL_ID, tillId, "a till id");
        Patterns.require(Patterns.REQUEST_ID, requestId, "a request id");
        lines = lines == null ? List.of() : List.copyOf(lines);
        if (lines.size() > MAX_LINES) {
            throw new IllegalArgumentException("a sale has at most " + MAX_LINES + " lines");
        }
    }

    /** With nothing new below the lines. */
    public AmountConfirmed(
            Msn msn, SaleId saleId, String tillId, String requestId, Money amount, List<OrderLine> lines) {
        this(msn, saleId, tillId, requestId, amount, lines, null);
    }
}
