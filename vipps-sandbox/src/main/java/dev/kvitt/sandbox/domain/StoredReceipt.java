package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.receipt.Receipt;
import java.time.Instant;
import java.util.UUID;

/**
 * The one receipt of an order.
 *
 * @param orderId the payment's reference, though no payment need exist
 * @param source how it came
 */
public record StoredReceipt(UUID id, String orderId, Source source, Instant at, Receipt receipt) {

    /** How a receipt can come. */
    public enum Source {
        CREATE,
        ORDER_MANAGEMENT
    }
}
