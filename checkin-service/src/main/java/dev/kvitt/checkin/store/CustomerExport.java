package dev.kvitt.checkin.store;

import java.time.Instant;
import java.util.List;

/**
 * Everything that is kept about a customer. {@code toString} hides it.
 *
 * @param number digits, country code first; absent once erased
 * @param until when it is erased, should it not be used before
 * @param erasedAt absent while it is kept
 */
public record CustomerExport(
        String customerId,
        String merchant,
        String number,
        Instant rememberedAt,
        Instant lastUsedAt,
        Instant until,
        Instant erasedAt,
        List<Consent> consents,
        List<Use> uses) {

    /** @param sale {@code msn/saleId} with which it was given */
    public record Consent(String sale, String purpose, Instant givenAt) {}

    /** @param sale {@code msn/saleId} whose request went to the number */
    public record Use(String sale, Instant at) {}

    @Override
    public String toString() {
        return "CustomerExport[" + customerId + "]";
    }
}
