package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Agreement;
import dev.kvitt.vipps.rules.SalesUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One merchant as configured, with what was changed since. */
final class MerchantBook {

    private static final String NOW = "now";

    /** What can change while the sandbox runs; it stays so after a restart. */
    record Changed(Set<Agreement> agreements, Set<ApiKeys.Place> keysOn) {

        static Changed of(Merchant merchant) {
            return new Changed(
                    merchant.salesUnit().agreements(),
                    Set.copyOf(merchant.keys().placesOn()));
        }

        Merchant applied(Merchant configured) {
            ApiKeys keys = configured.keys();
            for (ApiKeys.Place place : ApiKeys.Place.values()) {
                keys = keys.with(place, keysOn.contains(place));
            }
            SalesUnit unit = configured.salesUnit();
            return new Merchant(
                    new SalesUnit(unit.msn(), unit.market(), agreements),
                    configured.name(),
                    keys,
                    configured.customers());
        }
    }

    private final Merchant configured;
    private final Shelf<String, Changed> changed;

    MerchantBook(Merchant configured, StateLog state) {
        this.configured = configured;
        this.changed = state.shelf(ShelfName.of("merchant", configured.msn()), String.class, Changed.class);
    }

    Merchant now() {
        return applied(changed.get(NOW));
    }

    Merchant change(UnaryOperator<Merchant> next) {
        return applied(changed.change(NOW, before -> Optional.of(Changed.of(next.apply(applied(before))))));
    }

    private Merchant applied(Optional<Changed> changes) {
        return changes.map(some -> some.applied(configured)).orElse(configured);
    }
}
