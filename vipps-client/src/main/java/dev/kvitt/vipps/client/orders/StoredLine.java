package dev.kvitt.vipps.client.orders;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A line of a receipt at Vipps. Amounts are minor units of the receipt's currency.
 *
 * @param id the product's id
 * @param name the product's name
 * @param total with tax and after discount
 * @param totalTax the tax in it
 * @param kind sold, returned or shipped
 */
public record StoredLine(
        Optional<String> id, Optional<String> name, OptionalLong total, OptionalLong totalTax, OrderLine.Kind kind) {

    public StoredLine {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(totalTax, "totalTax");
        Objects.requireNonNull(kind, "kind");
    }
}
