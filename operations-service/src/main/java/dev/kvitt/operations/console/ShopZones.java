package dev.kvitt.operations.console;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.Registry;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/** Where a sales unit's shops are. */
@Singleton
class ShopZones {

    private final Registry registry;
    private final ZoneId otherwise;

    ShopZones(Registry registry, ConsoleConfig config) {
        this.registry = registry;
        this.otherwise = config.timeZone();
    }

    /** Of its market; the console's own where the registry does not have the sales unit. */
    ZoneId of(Msn msn) {
        return registry.salesUnit(msn).map(unit -> unit.market().zone()).orElse(otherwise);
    }
}
