package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import java.util.Optional;

/** Which sales unit has taken over which old MobilePay code: one at most. */
final class BeaconBook {

    private record Owner(Msn msn) {}

    private final Shelf<String, Owner> owners;

    BeaconBook(StateLog state) {
        this.owners = state.shelf(ShelfName.of("beacons"), String.class, Owner.class);
    }

    /** @return whether it is this sales unit's now */
    boolean claim(String beaconId, Msn msn) {
        Owner claimant = new Owner(msn);
        return owners.change(beaconId, owner -> Optional.of(owner.orElse(claimant)))
                .equals(Optional.of(claimant));
    }

    void release(String beaconId) {
        owners.remove(beaconId);
    }
}
