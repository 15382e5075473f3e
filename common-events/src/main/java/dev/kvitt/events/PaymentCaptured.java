package dev.kvitt.events;

import java.util.List;

/**
 * The money of the sale is the merchant's. Told only from Vipps' aggregate.
 *
 * @param amount what was captured for this sale
 * @param lines what was sold, as confirmed; may be empty
 */
public record PaymentCaptured(
        SaleContext sale,
        int attempt,
        PaymentReference reference,
        Aggregate aggregate,
        Money amount,
        List<OrderLine> lines)
        implements PaymentEvent {

    public PaymentCaptured {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    @Override
    public boolean done() {
        return false;
    }
}
