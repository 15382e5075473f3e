package dev.kvitt.vipps.client.orders;

import java.util.Objects;
import java.util.Optional;

/**
 * What Order Management holds for a payment.
 *
 * @param receipt the receipt, where there is one
 */
public record OrderAnswer(Optional<StoredReceipt> receipt) {
    public OrderAnswer {
        Objects.requireNonNull(receipt, "receipt");
    }

    /**
     * A receipt at Vipps, as far as it tells whose it is.
     *
     * @param orderLines how many lines it has
     * @param posId the device number of the point of sale
     * @param receiptNumber the point of sale's own number of the receipt
     */
    public record StoredReceipt(int orderLines, Optional<String> posId, Optional<String> receiptNumber) {
        public StoredReceipt {
            Objects.requireNonNull(posId, "posId");
            Objects.requireNonNull(receiptNumber, "receiptNumber");
        }
    }
}
