package dev.kvitt.events;

import java.time.Instant;

/**
 * A check-in at a printed code belongs to a sale that a till has opened.
 *
 * @param customer by the token of the scan
 * @param validUntil nobody wants the payment request after this
 */
public record CustomerIdentified(SaleContext sale, Customer customer, Instant validUntil) implements CheckInEvent {

    @Override
    public String key() {
        return sale.key();
    }
}
