package dev.kvitt.registry;

import java.util.List;

/**
 * A company that sells.
 *
 * @param id unique in the installation, 1 to 64 characters
 */
public record Merchant(String id, String name, List<SalesUnit> salesUnits) {

    public Merchant {
        salesUnits = List.copyOf(salesUnits);
    }
}
