package dev.kvitt.vipps.rules.orders;

/**
 * A category as {@code POST /v3/categories} takes it: nothing checked, what was not sent is null.
 *
 * @param url where the link leads
 * @param imageId of an image posted before; optional
 */
public record CategoryBody(String orderId, String paymentType, String type, String url, String imageId) {

    /** A category as {@code PUT /v2/…/categories/{orderId}} takes it, where the path says the rest. */
    public record OfOrder(String category, String orderDetailsUrl, String imageId) {}
}
