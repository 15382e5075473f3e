package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import java.util.List;
import java.util.Optional;

/** The receipts of one sales unit: one per order, never changed. */
final class ReceiptBook {

    private final Shelf<OrderKey, StoredReceipt> byOrder;

    ReceiptBook(Msn msn, StateLog state) {
        this.byOrder = state.packedShelf(ShelfName.of("receipts", msn), OrderKey.class, StoredReceipt.class);
    }

    /** @return whether it is the order's first */
    boolean add(StoredReceipt receipt) {
        return byOrder.putIfAbsent(receipt.order(), receipt);
    }

    Optional<StoredReceipt> find(OrderKey order) {
        return byOrder.get(order);
    }

    /** In no order. */
    List<StoredReceipt> all() {
        return byOrder.values().toList();
    }

    void drop(OrderKey order) {
        byOrder.remove(order);
    }
}
