package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.Reference;
import java.util.List;

/**
 * Links on orders, several for one (Order Management, version 3). {@link Orders#putCategory} is the older way, with one for each order.
 * Refusals of all calls: 400 (values, an image that is not there), 401 (keys), 404 (no such category). Vipps does not check that the
 * payment exists.
 */
public interface Categories {
    /** Adds a link (201). After {@code Unknown}, list before adding again. */
    Outcome<CategoryId> add(Reference reference, OrderCategory category);

    /** The links of an order. */
    Outcome<List<StoredCategory>> list(Reference reference);

    /** One link. */
    Outcome<StoredCategory> get(CategoryId id);

    /** Takes a link away. */
    Outcome<NoContent> delete(CategoryId id);
}
