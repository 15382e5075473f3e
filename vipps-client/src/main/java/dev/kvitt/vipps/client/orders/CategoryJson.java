package dev.kvitt.vipps.client.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.http.Json;
import dev.kvitt.vipps.client.http.JsonAnswer;
import java.util.Optional;
import java.util.UUID;

/** Writes and reads categories; the two versions of the API name the same things differently. */
final class CategoryJson {
    /** Orders of ePayment and eCom alike. */
    static final String PAYMENT_TYPE = "ECOM";

    private CategoryJson() {}

    /** As {@code PUT /v2/{paymentType}/categories/{orderId}} has it. */
    static ObjectNode ofOrder(OrderCategory category) {
        return write(Json.object(), category, "category", "orderDetailsUrl");
    }

    /** As {@code POST /v3/categories} has it. */
    static ObjectNode standing(Reference order, OrderCategory category) {
        ObjectNode body = Json.object().put("orderId", order.value()).put("paymentType", PAYMENT_TYPE);
        return write(body, category, "type", "url");
    }

    /** Of {@code GET /v2/{paymentType}/{orderId}}. */
    static StoredCategory readOfOrder(JsonAnswer answer) {
        return read(answer, Optional.empty(), "category", "orderDetailsUrl");
    }

    /** Of version 3. */
    static StoredCategory readStanding(JsonAnswer answer) {
        return read(answer, Optional.of(new CategoryId(UUID.fromString(answer.text("categoryId")))), "type", "url");
    }

    private static ObjectNode write(ObjectNode body, OrderCategory category, String type, String url) {
        body.put(type, category.type().name()).put(url, category.url().value());
        category.image().ifPresent(image -> body.put("imageId", image.value()));
        return body;
    }

    private static StoredCategory read(JsonAnswer answer, Optional<CategoryId> id, String type, String url) {
        return new StoredCategory(
                id,
                answer.anyText("orderId"),
                answer.anyText(type).flatMap(CategoryType::of),
                answer.anyText(url),
                answer.anyText("imageId"));
    }
}
