package dev.kvitt.local.stack;

import dev.kvitt.local.demo.Shop;
import java.util.Map;

/** What the local tills' HTTP token is good for: all that they may do on {@code pos.sales}. */
final class TillAccess {

    private TillAccess() {}

    /** By the names behind {@code kvitt.api.tokens.tills.} */
    static Map<String, String> settings() {
        return Map.of(
                "sales-units", Shop.MSN + "," + Shop.EXCHANGING,
                "permissions", "read,sell,refund",
                "refund-limit", "500000");
    }
}
