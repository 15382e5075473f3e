package dev.kvitt.events;

import java.util.List;

/** The sale is paid and nothing is left reserved: Vipps' aggregate says so. */
public record PaymentSettled(
        SaleContext sale,
        int attempt,
        PaymentReference reference,
        Aggregate aggregate,
        Money amount,
        List<OrderLine> lines)
        implements PaymentEvent {

    public PaymentSettled {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    @Override
    public boolean done() {
        return true;
    }
}
