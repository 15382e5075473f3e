package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.receipt.Receipt;
import java.time.Instant;
import java.util.UUID;

/**
 * The one receipt of an order.
 *
 * @param source how it came
 */
public record StoredReceipt(UUID id, OrderKey order, Source source, Instant at, Receipt receipt) {

    /** How a receipt can come. */
    public enum Source {
        CREATE,
        ORDER_MANAGEMENT
    }
}
