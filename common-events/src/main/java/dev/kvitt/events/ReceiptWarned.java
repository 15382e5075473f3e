package dev.kvitt.events;

import java.util.List;

/**
 * Something looks wrong about the lines of a receipt. The customer has it or will have it all the same, and the payment is as
 * it was. Told once for a payment at most, however the receipt was sent.
 *
 * @param warnings at least one
 */
public record ReceiptWarned(SaleContext sale, PaymentReference reference, List<ReceiptWarning> warnings)
        implements ReceiptEvent {

    public ReceiptWarned {
        warnings = List.copyOf(warnings);
    }
}
