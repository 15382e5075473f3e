package dev.kvitt.vipps.client.orders;

import java.util.Objects;
import java.util.UUID;

/** Vipps' id of one of an order's categories. */
public record CategoryId(UUID value) {
    public CategoryId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
