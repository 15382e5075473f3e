package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.PageSale;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import java.util.List;
import java.util.Optional;

/** The state of a page's sale in its entity's row, and whether whoever scans the code is shown it. */
public final class PageStates {

    /** The timer at which nobody is expected to come back to its addresses any more. */
    public static final String FORGET = "page-return-forget";

    private PageStates() {}

    /** Every page's sale has presses, be they none; no other state of this service has any. */
    record Shape(List<Object> presses) {}

    /** Whether the entity is a page's sale. It stays one when its till or code leaves the registry. */
    public static boolean isOne(Entity entity) {
        return entity.state()
                .filter(json -> StateJson.read(json, Shape.class).presses() != null)
                .isPresent();
    }

    /** Empty before anything has happened, and for an entity that is no page's sale. */
    public static Optional<PageSale> of(Entity entity) {
        return isOne(entity) ? entity.state().map(json -> StateJson.read(json, PageSale.class)) : Optional.empty();
    }

    public static void put(Entity entity, PageSale sale, Effects effects) {
        entity.state(StateJson.write(sale));
        if (sale.offer() != null && !sale.isOver(effects.now())) {
            PageRows.show(effects.connection(), entity.key(), sale);
        } else {
            PageRows.hide(effects.connection(), entity.key());
        }
    }
}
