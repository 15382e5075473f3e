package dev.kvitt.vipps.client.orders;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A receipt at Vipps. It may be another system's, so nothing in it is taken for granted.
 *
 * @param orderLines its lines
 * @param currency the currency of all amounts, three letters
 * @param posId the device number of the point of sale
 * @param receiptNumber the point of sale's own number of the receipt
 */
public record StoredReceipt(
        List<StoredLine> orderLines,
        Optional<String> currency,
        Optional<String> posId,
        Optional<String> receiptNumber) {

    public StoredReceipt {
        orderLines = List.copyOf(orderLines);
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(posId, "posId");
        Objects.requireNonNull(receiptNumber, "receiptNumber");
    }
}
