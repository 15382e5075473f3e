package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.orders.CategoryType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A link on an order.
 *
 * @param url where it leads
 * @param imageId of an image posted before
 * @param replaceable put by the second version of the API, which knows one per order and replaces it
 * @param at when it became as it is
 */
public record StoredCategory(
        UUID id,
        OrderKey order,
        CategoryType type,
        String url,
        Optional<String> imageId,
        boolean replaceable,
        Instant at) {

    StoredCategory withId(UUID other) {
        return new StoredCategory(other, order, type, url, imageId, replaceable, at);
    }
}
