package dev.kvitt.vipps.client.orders;

import java.util.Objects;
import java.util.Optional;

/**
 * What Order Management holds for a payment.
 *
 * @param receipt the receipt, where there is one
 * @param category the link, where there is one; of several, the one the app shows
 */
public record OrderAnswer(Optional<StoredReceipt> receipt, Optional<StoredCategory> category) {
    public OrderAnswer {
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(category, "category");
    }
}
