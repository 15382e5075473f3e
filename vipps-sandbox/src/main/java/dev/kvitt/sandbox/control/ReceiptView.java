package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.StoredReceipt;
import dev.kvitt.vipps.rules.receipt.Receipt;
import java.time.Instant;

/**
 * A receipt.
 *
 * @param source CREATE or ORDER_MANAGEMENT
 */
public record ReceiptView(
        String msn, String paymentType, String orderId, String receiptId, String source, Instant at, Receipt receipt) {

    static ReceiptView of(MerchantState merchant, StoredReceipt stored) {
        return new ReceiptView(
                merchant.msn().value(),
                stored.order().paymentType().name(),
                stored.order().orderId(),
                stored.id().toString(),
                stored.source().name(),
                stored.at(),
                stored.receipt());
    }
}
