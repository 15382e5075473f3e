package dev.kvitt.sandbox.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The receipts of one sales unit: one per order, never changed. */
final class ReceiptBook {

    private final Map<String, StoredReceipt> byOrder = new ConcurrentHashMap<>();

    /** @return whether it is the order's first */
    boolean add(StoredReceipt receipt) {
        return byOrder.putIfAbsent(receipt.orderId(), receipt) == null;
    }

    Optional<StoredReceipt> find(String orderId) {
        return Optional.ofNullable(byOrder.get(orderId));
    }

    List<StoredReceipt> all() {
        return List.copyOf(byOrder.values());
    }
}
