package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.PageSale;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import java.util.Optional;

/** The state of a page's sale in its entity's row, and whether whoever scans the code is shown it. */
public final class PageStates {

    /** The timer at which nobody is expected to come back to its addresses any more. */
    public static final String FORGET = "page-return-forget";

    private PageStates() {}

    /** Empty before anything has happened. */
    public static Optional<PageSale> of(Entity entity) {
        return entity.state().map(json -> StateJson.read(json, PageSale.class));
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
