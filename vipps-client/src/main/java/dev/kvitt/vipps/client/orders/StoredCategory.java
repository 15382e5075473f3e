package dev.kvitt.vipps.client.orders;

import java.util.Objects;
import java.util.Optional;

/**
 * A category at Vipps. {@code toString} hides the link.
 *
 * @param id its id; absent for the one of the older call
 * @param orderId the payment's reference, where Vipps says it
 * @param type what is behind the link; absent for a type this client does not know
 * @param url where it leads, as Vipps has it
 * @param imageId the image's id, as Vipps has it
 */
public record StoredCategory(
        Optional<CategoryId> id,
        Optional<String> orderId,
        Optional<CategoryType> type,
        Optional<String> url,
        Optional<String> imageId) {

    public StoredCategory {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(orderId, "orderId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(imageId, "imageId");
    }

    @Override
    public String toString() {
        return "StoredCategory[id=" + id + ", orderId=" + orderId + ", type=" + type + "]";
    }
}
