package dev.kvitt.events;

import dev.kvitt.events.seal.Sealed;
import java.time.Instant;

/**
 * A customer scanned the code of a machine and that opened a sale.
 *
 * @param customerToken what Vipps gave for this customer, good for 15 minutes from the scan
 * @param maxAmount the dearest product: what to reserve
 * @param selectSeconds how long the machine may take to sell after the reservation, 1 to 600
 * @param description shown to the customer, 3 to 100 characters
 * @param scannedAt when the customer scanned, by Vipps' clock
 * @param validUntil nobody wants the payment request after this
 */
public record SaleOpenedByScan(
        SaleContext sale,
        Sealed customerToken,
        UserFlow userFlow,
        Money maxAmount,
        int selectSeconds,
        String description,
        Instant scannedAt,
        Instant validUntil)
        implements CheckInEvent {

    @Override
    public String key() {
        return sale.key();
    }
}
