package dev.kvitt.sandbox;

import dev.kvitt.sandbox.coverage.ApiOperation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A good call of every operation, each on something nobody else uses. */
final class GoodCalls {

    /** Nothing in the tests causes it, so nothing is delivered to where these registrations point. */
    static final String QUIET_EVENT = "epayments.payment.aborted.v1";

    private static final Api API = Api.DEMO;
    private static final String PAYMENTS = "/epayment/v1/payments";
    private static final String WEBHOOKS = "/webhooks/v1/webhooks";
    private static final String CALLBACK = "/qr/v1/merchant-callback";
    private static final String ORDERS = "/order-management/v2/ECOM/";
    private static final String CATEGORIES = "/order-management/v3/categories";
    private static final String LOCATION = "{\"locationDescription\":\"Machine 1\"}";
    private static final String PAGE = "https://shop.example/order";
    private static final long FIRST_BEACON = 147_025_836_000_000L;
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private GoodCalls() {}

    static GoodCall of(ApiOperation operation) {
        return switch (operation) {
            case ACCESS_TOKEN -> accessToken();
            case ACCOUNTING_TOKEN -> accountingToken();
            case DELIVER_WEBHOOK -> throw new IllegalArgumentException("made by the sandbox");
            case CREATE, GET_PAYMENT, EVENT_LOG, CAPTURE, CANCEL, REFUND, FORCE_APPROVE -> payment(operation);
            case REGISTER_WEBHOOK, LIST_WEBHOOKS, DELETE_WEBHOOK -> webhook(operation);
            case PUT_CALLBACK_QR, GET_CALLBACK_QR, LIST_CALLBACK_QRS, DELETE_CALLBACK_QR, PUT_MOBILEPAY_QR ->
                callback(operation);
            case CREATE_REDIRECT_QR, LIST_REDIRECT_QRS, GET_REDIRECT_QR, UPDATE_REDIRECT_QR, DELETE_REDIRECT_QR ->
                redirect(operation).accepting("image/png");
            case ONE_TIME_QR, EXCHANGE_PERSONAL_QR, EXCHANGE_CUSTOMER -> atTheTill(operation);
            case POST_RECEIPT, PUT_CATEGORY, GET_ORDER, POST_IMAGE -> order(operation);
            case ADD_CATEGORY, LIST_CATEGORIES, GET_CATEGORY, DELETE_CATEGORY -> category(operation);
            case USERINFO -> call(operation, "GET", "/vipps-userinfo-api/userinfo/" + sub());
            case LIST_LEDGERS -> call(operation, "GET", "/settlement/v1/ledgers");
            case REPORT_DATE, REPORT_FEED -> report(operation);
        };
    }

    private static GoodCall payment(ApiOperation operation) {
        return switch (operation) {
            case CREATE -> call(operation, "POST", PAYMENTS).saying(Bodies.webRedirect(Api.newReference()));
            case GET_PAYMENT -> call(operation, "GET", PAYMENTS + "/" + API.created());
            case EVENT_LOG -> call(operation, "GET", PAYMENTS + "/" + API.created() + "/events");
            case CAPTURE ->
                call(operation, "POST", PAYMENTS + "/" + API.authorized() + "/capture")
                        .saying(Bodies.modification(1000));
            case CANCEL ->
                call(operation, "POST", PAYMENTS + "/" + API.authorized() + "/cancel")
                        .saying("{\"cancelTransactionOnly\":false}");
            case REFUND ->
                call(operation, "POST", PAYMENTS + "/" + captured() + "/refund").saying(Bodies.modification(500));
            default ->
                call(operation, "POST", "/epayment/v1/test/payments/" + API.created() + "/approve")
                        .saying("{\"customer\":{\"phoneNumber\":\"4712345678\"}}");
        };
    }

    private static GoodCall webhook(ApiOperation operation) {
        return switch (operation) {
            case REGISTER_WEBHOOK ->
                call(operation, "POST", WEBHOOKS)
                        .saying(Bodies.registration("https://shop.example/" + COUNTER.incrementAndGet(), QUIET_EVENT));
            case LIST_WEBHOOKS -> {
                registered();
                yield call(operation, "GET", WEBHOOKS);
            }
            default -> call(operation, "DELETE", WEBHOOKS + "/" + registered());
        };
    }

    private static GoodCall callback(ApiOperation operation) {
        return switch (operation) {
            case PUT_CALLBACK_QR ->
                call(operation, "PUT", CALLBACK + "/good-" + COUNTER.incrementAndGet())
                        .saying(LOCATION);
            case PUT_MOBILEPAY_QR ->
                call(operation, "PUT", CALLBACK + "/mobilepay/" + (FIRST_BEACON + COUNTER.incrementAndGet()))
                        .saying(LOCATION);
            case LIST_CALLBACK_QRS -> {
                API.newCallbackQr();
                yield call(operation, "GET", CALLBACK);
            }
            case GET_CALLBACK_QR -> call(operation, "GET", CALLBACK + "/" + API.newCallbackQr());
            default -> call(operation, "DELETE", CALLBACK + "/" + API.newCallbackQr());
        };
    }

    private static GoodCall redirect(ApiOperation operation) {
        String id = "poster-" + COUNTER.incrementAndGet();
        String body = "{\"id\":\"" + id + "\",\"redirectUrl\":\"https://shop.example/p\"}";
        if (operation == ApiOperation.CREATE_REDIRECT_QR) {
            return call(operation, "POST", RedirectCodes.PATH).saying(body);
        }
        API.json(body).accept("image/png").post(RedirectCodes.PATH).then().statusCode(200);
        String one = RedirectCodes.PATH + "/" + id;
        return switch (operation) {
            case LIST_REDIRECT_QRS -> call(operation, "GET", RedirectCodes.PATH);
            case GET_REDIRECT_QR -> call(operation, "GET", one);
            case UPDATE_REDIRECT_QR ->
                call(operation, "PUT", one).saying("{\"redirectUrl\":\"https://shop.example/q\"}");
            default -> call(operation, "DELETE", one);
        };
    }

    private static GoodCall atTheTill(ApiOperation operation) {
        return switch (operation) {
            case ONE_TIME_QR ->
                call(operation, "POST", "/qr/v1")
                        .accepting("image/png")
                        .saying("{\"url\":\"" + API.get(API.created()).extract().path("redirectUrl") + "\"}");
            case EXCHANGE_PERSONAL_QR ->
                call(operation, "POST", "/qr/v1/exchange")
                        .saying("{\"qrCode\":\"%s\",\"requestedData\":[\"MSISDN\"]}"
                                .formatted(Phone.personalQr(Api.CUSTOMER, "mobilePay")));
            default ->
                call(operation, "POST", "/qr/v1/exchange/customer")
                        .saying("{\"customer\":{\"customerToken\":\"%s\"},\"requestedData\":[\"MSISDN\"]}"
                                .formatted(API.scan(API.newCallbackQr())));
        };
    }

    private static GoodCall order(ApiOperation operation) {
        String order = Api.newReference();
        String category = "{\"category\":\"TICKET\",\"orderDetailsUrl\":\"" + PAGE + "\"}";
        return switch (operation) {
            case POST_RECEIPT ->
                call(operation, "POST", ORDERS + "receipts/" + order).saying(Bodies.receipt(5000, 4000, 1000));
            case PUT_CATEGORY ->
                call(operation, "PUT", ORDERS + "categories/" + order).saying(category);
            case GET_ORDER -> {
                API.json(category).put(ORDERS + "categories/" + order).then().statusCode(200);
                API.json(Bodies.receipt(5000, 4000, 1000))
                        .post(ORDERS + "receipts/" + order)
                        .then()
                        .statusCode(201);
                yield call(operation, "GET", ORDERS + order);
            }
            default ->
                call(operation, "POST", "/order-management/v1/images")
                        .saying(Images.body("image-" + order, Images.file("png", 200, 200)));
        };
    }

    private static GoodCall category(ApiOperation operation) {
        String order = Api.newReference();
        String body = "{\"orderId\":\"%s\",\"paymentType\":\"ECOM\",\"type\":\"TICKET\",\"url\":\"%s\"}"
                .formatted(order, PAGE);
        if (operation == ApiOperation.ADD_CATEGORY) {
            return call(operation, "POST", CATEGORIES).saying(body);
        }
        String id =
                API.json(body).post(CATEGORIES).then().statusCode(201).extract().path("categoryId");
        return switch (operation) {
            case LIST_CATEGORIES -> call(operation, "GET", CATEGORIES + "?orderId=" + order);
            case GET_CATEGORY -> call(operation, "GET", CATEGORIES + "/" + id);
            default -> call(operation, "DELETE", CATEGORIES + "/" + id);
        };
    }

    private static GoodCall report(ApiOperation operation) {
        captured();
        String ledger = "/report/v2/ledgers/" + Reports.DEMO_LEDGER + "/funds/";
        return operation == ApiOperation.REPORT_FEED
                ? call(operation, "GET", ledger + "feed")
                : call(operation, "GET", ledger + "dates/" + Reports.today());
    }

    private static String captured() {
        String reference = API.authorized();
        API.capture(reference, Api.newKey(), 1000).statusCode(200);
        return reference;
    }

    private static String registered() {
        return API.register("https://shop.example/" + COUNTER.incrementAndGet(), QUIET_EVENT)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String sub() {
        String reference = Api.newReference();
        String scope = ",\"profile\":{\"scope\":\"name phoneNumber\"}";
        API.create(reference, Api.newKey(), Bodies.extended(reference, scope)).statusCode(201);
        Phone.approve(API, reference, "{\"customer\":\"" + Api.CUSTOMER + "\",\"consent\":true}")
                .statusCode(200);
        Phone.letPass("PT2S");
        return API.get(reference).statusCode(200).extract().path("profile.sub");
    }

    private static GoodCall call(ApiOperation operation, String method, String path) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Authorization", "Bearer " + API.token());
        headers.put("Ocp-Apim-Subscription-Key", API.keyPrefix() + "-subscription-key");
        headers.put("Merchant-Serial-Number", API.msn());
        if (operation == ApiOperation.USERINFO) {
            headers.remove("Ocp-Apim-Subscription-Key");
        }
        return new GoodCall(operation, method, path, headers, null);
    }

    private static GoodCall accessToken() {
        Map<String, String> headers = Map.of(
                "client_id", API.keyPrefix() + "-client-id",
                "client_secret", API.keyPrefix() + "-client-secret",
                "Ocp-Apim-Subscription-Key", API.keyPrefix() + "-subscription-key",
                "Merchant-Serial-Number", API.msn());
        return new GoodCall(ApiOperation.ACCESS_TOKEN, "POST", "/accesstoken/get", headers, null);
    }

    private static GoodCall accountingToken() {
        String pair = Base64.getEncoder()
                .encodeToString("demo-accounting-id:demo-accounting-secret".getBytes(StandardCharsets.UTF_8));
        Map<String, String> headers =
                Map.of("Authorization", "Basic " + pair, "Content-Type", "application/x-www-form-urlencoded");
        return new GoodCall(
                ApiOperation.ACCOUNTING_TOKEN, "POST", "/miami/v1/token", headers, "grant_type=client_credentials");
    }
}
