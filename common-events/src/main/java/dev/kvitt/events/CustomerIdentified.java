package dev.kvitt.events;

import java.time.Instant;

/**
 * A customer belongs to a sale that a till has opened: by a check-in at its printed code, or by a code of their own that was
 * exchanged for their number.
 *
 * @param customer by the token of the scan, by their number, or by their code where there was no number to be had
 * @param validUntil nobody wants the payment request after this
 */
public record CustomerIdentified(SaleContext sale, Customer customer, Instant validUntil) implements CheckInEvent {

    @Override
    public String key() {
        return sale.key();
    }
}
