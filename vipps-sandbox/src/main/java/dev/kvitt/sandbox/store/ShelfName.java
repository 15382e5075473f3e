package dev.kvitt.sandbox.store;

import dev.kvitt.vipps.rules.Msn;
import java.util.Optional;

/**
 * What a shelf is called in the state file. Renaming one loses what is on it.
 *
 * @param msn whose it is; empty = the whole sandbox's
 */
public record ShelfName(String name, Optional<Msn> msn) {

    public static ShelfName of(String name) {
        return new ShelfName(name, Optional.empty());
    }

    public static ShelfName of(String name, Msn msn) {
        return new ShelfName(name, Optional.of(msn));
    }

    @Override
    public String toString() {
        return msn.map(owner -> name + " of " + owner).orElse(name);
    }
}
