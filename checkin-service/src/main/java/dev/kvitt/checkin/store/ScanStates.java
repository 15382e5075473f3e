package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.ScanState;
import dev.kvitt.messaging.store.Entity;
import java.util.Optional;

/** The state of a scan in its entity's row. */
public final class ScanStates {

    private ScanStates() {}

    /** Empty before anything has happened. */
    public static Optional<ScanState> of(Entity entity) {
        return entity.state().map(json -> StateJson.read(json, ScanState.class));
    }

    public static void put(Entity entity, ScanState state) {
        entity.state(StateJson.write(state));
    }
}
