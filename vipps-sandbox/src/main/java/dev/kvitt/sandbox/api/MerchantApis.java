package dev.kvitt.sandbox.api;

import java.util.List;

/** Which paths belong to Vipps' APIs; the rest is the sandbox's own. */
final class MerchantApis {

    static final String ACCESS_TOKEN = "/accesstoken/";
    static final String PAYMENTS = "/epayment";
    static final String WEBHOOKS = "/webhooks";
    static final String QR = "/qr";
    static final String ORDERS = "/order-management";

    private static final List<String> WITH_TOKEN = List.of(PAYMENTS, WEBHOOKS, QR, ORDERS);

    private MerchantApis() {}

    static boolean needsToken(String path) {
        return WITH_TOKEN.stream().anyMatch(base -> path.startsWith(base + "/"));
    }

    static boolean contains(String path) {
        return path.startsWith(ACCESS_TOKEN) || needsToken(path);
    }
}
