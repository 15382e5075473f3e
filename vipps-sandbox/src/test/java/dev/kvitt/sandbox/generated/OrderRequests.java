package dev.kvitt.sandbox.generated;

import java.util.UUID;

/** Order management: receipts, categories and images. */
final class OrderRequests implements ApiRequests {

    static final String RECEIPT =
            """
            {"orderLines":[{"name":"Fanta","id":"fanta-05","totalAmount":5000,"totalAmountExcludingTax":4000,
             "totalTaxAmount":1000,"taxRate":2500,"unitInfo":{"unitPrice":5000,"quantity":"1.5","quantityUnit":"KG"},
             "discount":0,"isReturn":false}],
             "bottomLine":{"currency":"NOK","posId":"machine-1","tipAmount":0,"receiptNumber":"7",
             "paymentSources":{"card":5000},"barcode":{"format":"EAN-13","data":"7039010019828"}}}""";

    private static final String BASE = "/order-management";

    /** One grey pixel: an image, and far too small. */
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==";

    @Override
    public RawRequest next(Chance chance, Keys keys) {
        String order = "generated-" + chance.below(300);
        String type = chance.oneOf("ecom", "ECOM", "recurring", "other");
        UUID category = new UUID(0, chance.below(50));
        return switch (chance.below(9)) {
            case 0, 1, 2 -> RawRequest.of("POST", BASE + "/v2/" + type + "/receipts/" + order, keys.headers(), RECEIPT);
            case 3 ->
                RawRequest.of("PUT", BASE + "/v2/" + type + "/categories/" + order, keys.headers(), category(chance));
            case 4 -> RawRequest.of("GET", BASE + "/v2/" + type + "/" + order, keys.headers(), null);
            case 5 -> RawRequest.of("POST", BASE + "/v3/categories", keys.headers(), addCategory(chance, order));
            case 6 -> RawRequest.of("GET", BASE + "/v3/categories?orderId=" + order, keys.headers(), null);
            case 7 ->
                RawRequest.of(chance.oneOf("GET", "DELETE"), BASE + "/v3/categories/" + category, keys.headers(), null);
            default ->
                RawRequest.of(
                        "POST",
                        BASE + "/v1/images",
                        keys.headers(),
                        "{\"imageId\":\"image-%d\",\"src\":\"%s\",\"type\":\"base64\"}"
                                .formatted(chance.below(20), PIXEL));
        };
    }

    private static String category(Chance chance) {
        return "{\"category\":\"%s\",\"orderDetailsUrl\":\"https://shop.example/order\"}"
                .formatted(chance.oneOf("GENERAL", "RECEIPT", "TICKET", "PARTY"));
    }

    private static String addCategory(Chance chance, String order) {
        return "{\"orderId\":\"%s\",\"paymentType\":\"ECOM\",\"type\":\"%s\",\"url\":\"https://shop.example/order\"}"
                .formatted(order, chance.oneOf("DELIVERY", "BOOKING", "ORDER_CONFIRMATION"));
    }
}
