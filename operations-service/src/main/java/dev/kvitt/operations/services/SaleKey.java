package dev.kvitt.operations.services;

import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleId;
import java.util.Optional;

/** What a sale is parked, kept and looked up under; written {@code msn/saleId}. */
public record SaleKey(Msn msn, SaleId saleId) {

    /** @return empty where it is no sale's, such as that of a code */
    public static Optional<SaleKey> of(String key) {
        var slash = key.indexOf('/');
        return slash < 0 ? Optional.empty() : of(key.substring(0, slash), key.substring(slash + 1));
    }

    public static Optional<SaleKey> of(String msn, String saleId) {
        try {
            return Optional.of(new SaleKey(new Msn(msn), new SaleId(saleId)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return msn + "/" + saleId;
    }
}
