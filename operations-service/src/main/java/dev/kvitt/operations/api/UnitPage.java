package dev.kvitt.operations.api;

import dev.kvitt.registry.SalesUnit;
import java.util.Comparator;
import java.util.List;

/**
 * Some sales units of the registry, by their numbers.
 *
 * @param next the last one's number where others follow, else null
 */
record UnitPage(List<SalesUnit> units, String next) {

    /**
     * @param msn only this one; null for all.
     * @param after the number of the last one before; null from the first on
     */
    static UnitPage of(List<SalesUnit> all, String msn, int limit, String after) {
        var wanted = all.stream()
                .filter(unit -> msn == null || unit.msn().value().equals(msn))
                .filter(unit -> after == null || unit.msn().value().compareTo(after) > 0)
                .sorted(Comparator.comparing(unit -> unit.msn().value()))
                .toList();
        var units = wanted.stream().limit(limit).toList();
        return new UnitPage(units, wanted.size() > limit ? units.getLast().msn().value() : null);
    }
}
