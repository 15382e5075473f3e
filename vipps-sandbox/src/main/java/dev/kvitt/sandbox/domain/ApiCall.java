package dev.kvitt.sandbox.domain;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request to one of Vipps' APIs asks for, as far as method and path tell.
 *
 * @param operation one of {@link #operations()}
 * @param reference payment reference, order id, QR id or ledger in the path; empty where it is in the body or nowhere
 */
public record ApiCall(VippsApi api, String operation, Optional<String> reference) {

    /** The operation of a path that no API has. */
    public static final String UNKNOWN = "UNKNOWN";

    private static final String ONE = "/([^/]+)";

    private record Route(VippsApi api, String operation, String method, Pattern path) {
        static Route of(VippsApi api, String operation, String method, String path) {
            return new Route(api, operation, method, Pattern.compile(path));
        }
    }

    private static final String PAYMENT = "/epayment/v1/payments" + ONE;
    private static final String CALLBACK_QR = "/qr/v1/merchant-callback";
    private static final String REDIRECT_QR = "/qr/v1/merchant-redirect";
    private static final String ORDER = "/order-management/v2/[^/]+";
    private static final String LEDGER = "/report/v2/ledgers" + ONE + "/(?:funds|fees)";

    private static final List<Route> ROUTES = List.of(
            Route.of(VippsApi.ACCESS_TOKEN, "TOKEN", "POST", "/accesstoken/get"),
            Route.of(VippsApi.ACCESS_TOKEN, "ACCOUNTING_TOKEN", "POST", "/miami/v1/token"),
            Route.of(VippsApi.EPAYMENT, "CREATE", "POST", "/epayment/v1/payments"),
            Route.of(VippsApi.EPAYMENT, "GET", "GET", PAYMENT),
            Route.of(VippsApi.EPAYMENT, "EVENTS", "GET", PAYMENT + "/events"),
            Route.of(VippsApi.EPAYMENT, "CAPTURE", "POST", PAYMENT + "/capture"),
            Route.of(VippsApi.EPAYMENT, "CANCEL", "POST", PAYMENT + "/cancel"),
            Route.of(VippsApi.EPAYMENT, "REFUND", "POST", PAYMENT + "/refund"),
            Route.of(VippsApi.EPAYMENT, "FORCE_APPROVE", "POST", "/epayment/v1/test/payments" + ONE + "/approve"),
            Route.of(VippsApi.WEBHOOKS, "REGISTER", "POST", "/webhooks/v1/webhooks"),
            Route.of(VippsApi.WEBHOOKS, "LIST_WEBHOOKS", "GET", "/webhooks/v1/webhooks"),
            Route.of(VippsApi.WEBHOOKS, "UNREGISTER", "DELETE", "/webhooks/v1/webhooks" + ONE),
            Route.of(VippsApi.QR, "PUT_MOBILEPAY_QR", "PUT", CALLBACK_QR + "/mobilepay" + ONE),
            Route.of(VippsApi.QR, "PUT_CALLBACK_QR", "PUT", CALLBACK_QR + ONE),
            Route.of(VippsApi.QR, "GET_CALLBACK_QR", "GET", CALLBACK_QR + ONE),
            Route.of(VippsApi.QR, "LIST_CALLBACK_QRS", "GET", CALLBACK_QR),
            Route.of(VippsApi.QR, "DELETE_CALLBACK_QR", "DELETE", CALLBACK_QR + ONE),
            Route.of(VippsApi.QR, "CREATE_REDIRECT_QR", "POST", REDIRECT_QR),
            Route.of(VippsApi.QR, "LIST_REDIRECT_QRS", "GET", REDIRECT_QR),
            Route.of(VippsApi.QR, "GET_REDIRECT_QR", "GET", REDIRECT_QR + ONE),
            Route.of(VippsApi.QR, "PUT_REDIRECT_QR", "PUT", REDIRECT_QR + ONE),
            Route.of(VippsApi.QR, "DELETE_REDIRECT_QR", "DELETE", REDIRECT_QR + ONE),
            Route.of(VippsApi.QR, "ONE_TIME_QR", "POST", "/qr/v1/?"),
            Route.of(VippsApi.QR, "EXCHANGE_QR", "POST", "/qr/v1/exchange"),
            Route.of(VippsApi.QR, "EXCHANGE_CUSTOMER", "POST", "/qr/v1/exchange/customer"),
            Route.of(VippsApi.ORDER_MANAGEMENT, "POST_RECEIPT", "POST", ORDER + "/receipts" + ONE),
            Route.of(VippsApi.ORDER_MANAGEMENT, "PUT_CATEGORY", "PUT", ORDER + "/categories" + ONE),
            Route.of(VippsApi.ORDER_MANAGEMENT, "GET_ORDER", "GET", ORDER + ONE),
            Route.of(VippsApi.ORDER_MANAGEMENT, "POST_CATEGORY", "POST", "/order-management/v3/categories"),
            Route.of(VippsApi.ORDER_MANAGEMENT, "LIST_CATEGORIES", "GET", "/order-management/v3/categories"),
            Route.of(VippsApi.ORDER_MANAGEMENT, "GET_CATEGORY", "GET", "/order-management/v3/categories/[^/]+"),
            Route.of(VippsApi.ORDER_MANAGEMENT, "DELETE_CATEGORY", "DELETE", "/order-management/v3/categories/[^/]+"),
            Route.of(VippsApi.ORDER_MANAGEMENT, "POST_IMAGE", "POST", "/order-management/v1/images"),
            Route.of(VippsApi.USERINFO, "USERINFO", "GET", "/vipps-userinfo-api/userinfo/[^/]+"),
            Route.of(VippsApi.REPORT, "LIST_LEDGERS", "GET", "/settlement/v1/ledgers"),
            Route.of(VippsApi.REPORT, "REPORT_DATE", "GET", LEDGER + "/dates/[^/]+"),
            Route.of(VippsApi.REPORT, "REPORT_FEED", "GET", LEDGER + "/feed"));

    /** Empty if the path is the sandbox's own. */
    public static Optional<ApiCall> of(String method, String path) {
        return VippsApi.of(path).map(api -> ROUTES.stream()
                .filter(route -> route.api() == api && route.method().equals(method))
                .flatMap(route -> matched(route, path).stream())
                .findFirst()
                .orElseGet(() -> new ApiCall(api, UNKNOWN, Optional.empty())));
    }

    /** All names of operations. */
    public static List<String> operations() {
        return ROUTES.stream().map(Route::operation).toList();
    }

    private static Optional<ApiCall> matched(Route route, String path) {
        Matcher matcher = route.path().matcher(path);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> reference = matcher.groupCount() > 0 ? Optional.of(matcher.group(1)) : Optional.empty();
        return Optional.of(new ApiCall(route.api(), route.operation(), reference));
    }
}
