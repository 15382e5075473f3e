package dev.kvitt.sandbox.generated;

import java.util.List;

/** ePayment: a few hundred references, so that requests meet on them. */
final class PaymentRequests implements ApiRequests {

    /** Few enough for each to see many operations, and for one page of the control API. */
    private static final int REFERENCES = 400;

    private static final String BASE = "/epayment/v1/payments";

    @Override
    public RawRequest next(Chance chance, Keys keys) {
        String reference = "generated-" + chance.below(REFERENCES);
        String path = BASE + "/" + reference;
        List<String> headers = keys.headers("Idempotency-Key: key-" + chance.below(5000));
        return switch (chance.below(10)) {
            case 0, 1, 2 -> RawRequest.of("POST", BASE, headers, create(chance, reference));
            case 3 ->
                RawRequest.of("POST", "/epayment/v1/test/payments/" + reference + "/approve", headers, approve(chance));
            case 4, 5 -> RawRequest.of("POST", path + "/capture", headers, modification(chance));
            case 6 ->
                RawRequest.of(
                        "POST",
                        path + "/cancel",
                        headers,
                        chance.oneOf("", "{}", "{\"cancelTransactionOnly\":" + chance.percent(50) + "}"));
            case 7 -> RawRequest.of("POST", path + "/refund", headers, modification(chance));
            case 8 -> RawRequest.of("GET", path, keys.headers(), null);
            default -> RawRequest.of("GET", path + "/events", keys.headers(), null);
        };
    }

    private static String create(Chance chance, String reference) {
        String flow = chance.oneOf(
                "\"userFlow\":\"WEB_REDIRECT\",\"returnUrl\":\"https://shop.example/return\"",
                "\"userFlow\":\"PUSH_MESSAGE\",\"customer\":{\"phoneNumber\":\"4712345678\"}",
                "\"userFlow\":\"NATIVE_REDIRECT\",\"returnUrl\":\"shop://return\"",
                "\"userFlow\":\"QR\",\"qrFormat\":{\"format\":\"IMAGE/PNG\",\"size\":500}");
        String extra = chance.oneOf(
                "",
                ",\"metadata\":{\"sale\":\"1\"}",
                ",\"customerInteraction\":\"CUSTOMER_PRESENT\"",
                ",\"minimumUserAge\":18",
                ",\"profile\":{\"scope\":\"name phoneNumber\"}",
                ",\"receipt\":" + OrderRequests.RECEIPT);
        // Special amounts among them.
        long value = chance.oneOf(100L, 151L, 182L, 201L, 5000L, 65_000_000L);
        return """
                {"amount":{"value":%d,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},"reference":"%s",%s,
                 "paymentDescription":"Generated"%s}"""
                .formatted(value, reference, flow, extra);
    }

    private static String approve(Chance chance) {
        return chance.oneOf("{\"customer\":{\"phoneNumber\":\"4712345678\"}}", "{\"token\":\"wrong\"}");
    }

    private static String modification(Chance chance) {
        long value = chance.oneOf(1L, 100L, 123L, 124L, 1000L, 5000L, 65_000_000L);
        return "{\"modificationAmount\":{\"value\":%d,\"currency\":\"NOK\"}}".formatted(value);
    }
}
