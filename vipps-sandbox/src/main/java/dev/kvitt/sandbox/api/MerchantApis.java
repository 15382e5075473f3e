package dev.kvitt.sandbox.api;

import dev.kvitt.sandbox.domain.VippsApi;
import java.util.List;

/** What the paths of Vipps' APIs tell about a call. */
final class MerchantApis {

    static final String PAYMENTS = "/epayment";
    static final String WEBHOOKS = "/webhooks";
    static final String QR = "/qr";
    static final String EXCHANGE_QR = "/qr/v1/exchange";
    static final String CALLBACK_QR = "/qr/v1/merchant-callback";
    static final String ORDERS = "/order-management";
    static final String USERINFO = "/vipps-userinfo-api";

    private static final List<String> WITH_TOKEN = List.of(PAYMENTS, WEBHOOKS, QR, ORDERS, USERINFO);

    private MerchantApis() {}

    static boolean needsToken(String path) {
        return WITH_TOKEN.stream().anyMatch(base -> path.startsWith(base + "/"));
    }

    /** Whether the sales unit must be named, though the token tells it. */
    static boolean needsSerialNumber(String path) {
        boolean optional = path.startsWith(USERINFO) || (path.startsWith(QR + "/") && !path.startsWith(CALLBACK_QR));
        return !optional;
    }

    /** Of the Report API, whose keys need not be a sales unit's. */
    static boolean isReport(String path) {
        return VippsApi.of(path).filter(VippsApi.REPORT::equals).isPresent();
    }

    static boolean contains(String path) {
        return VippsApi.of(path).isPresent();
    }

    /** A path as it may be written down: a customer's {@code sub} is personal. */
    static String shown(String path) {
        String start = USERINFO + "/userinfo/";
        return path.startsWith(start) ? start + "{sub}" : path;
    }
}
