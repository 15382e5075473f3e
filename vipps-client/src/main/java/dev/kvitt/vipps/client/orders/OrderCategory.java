package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.LinkUrl;
import java.util.Objects;
import java.util.Optional;

/**
 * A link on an order, shown as a button in the customer's app.
 *
 * @param type what is behind it
 * @param url where it leads, in the phone's browser and without a login
 * @param image an image that was posted before
 */
public record OrderCategory(CategoryType type, LinkUrl url, Optional<ImageId> image) {
    public OrderCategory {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(image, "image");
    }
}
