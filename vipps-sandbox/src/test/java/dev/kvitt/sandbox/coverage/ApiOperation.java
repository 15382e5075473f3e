package dev.kvitt.sandbox.coverage;

/** Every operation of every API that the sandbox serves, and the deliveries it makes itself. */
public enum ApiOperation {
    ACCESS_TOKEN("Access token", "POST /accesstoken/get"),
    ACCOUNTING_TOKEN("Access token", "POST /miami/v1/token"),

    CREATE("ePayment", "POST /epayment/v1/payments"),
    GET_PAYMENT("ePayment", "GET /epayment/v1/payments/{reference}"),
    EVENT_LOG("ePayment", "GET /epayment/v1/payments/{reference}/events"),
    CAPTURE("ePayment", "POST /epayment/v1/payments/{reference}/capture"),
    CANCEL("ePayment", "POST /epayment/v1/payments/{reference}/cancel"),
    REFUND("ePayment", "POST /epayment/v1/payments/{reference}/refund"),
    FORCE_APPROVE("ePayment", "POST /epayment/v1/test/payments/{reference}/approve"),

    REGISTER_WEBHOOK("Webhooks", "POST /webhooks/v1/webhooks"),
    LIST_WEBHOOKS("Webhooks", "GET /webhooks/v1/webhooks"),
    DELETE_WEBHOOK("Webhooks", "DELETE /webhooks/v1/webhooks/{id}"),
    DELIVER_WEBHOOK("Webhooks", "delivery to the registered URL"),

    PUT_CALLBACK_QR("QR", "PUT /qr/v1/merchant-callback/{merchantQrId}"),
    GET_CALLBACK_QR("QR", "GET /qr/v1/merchant-callback/{merchantQrId}"),
    LIST_CALLBACK_QRS("QR", "GET /qr/v1/merchant-callback"),
    DELETE_CALLBACK_QR("QR", "DELETE /qr/v1/merchant-callback/{merchantQrId}"),
    PUT_MOBILEPAY_QR("QR", "PUT /qr/v1/merchant-callback/mobilepay/{beaconId}"),
    CREATE_REDIRECT_QR("QR", "POST /qr/v1/merchant-redirect"),
    LIST_REDIRECT_QRS("QR", "GET /qr/v1/merchant-redirect"),
    GET_REDIRECT_QR("QR", "GET /qr/v1/merchant-redirect/{id}"),
    UPDATE_REDIRECT_QR("QR", "PUT /qr/v1/merchant-redirect/{id}"),
    DELETE_REDIRECT_QR("QR", "DELETE /qr/v1/merchant-redirect/{id}"),
    ONE_TIME_QR("QR", "POST /qr/v1"),
    EXCHANGE_PERSONAL_QR("QR", "POST /qr/v1/exchange"),
    EXCHANGE_CUSTOMER("QR", "POST /qr/v1/exchange/customer"),

    POST_RECEIPT("Order management", "POST /order-management/v2/{paymentType}/receipts/{orderId}"),
    PUT_CATEGORY("Order management", "PUT /order-management/v2/{paymentType}/categories/{orderId}"),
    GET_ORDER("Order management", "GET /order-management/v2/{paymentType}/{orderId}"),
    ADD_CATEGORY("Order management", "POST /order-management/v3/categories"),
    LIST_CATEGORIES("Order management", "GET /order-management/v3/categories"),
    GET_CATEGORY("Order management", "GET /order-management/v3/categories/{categoryId}"),
    DELETE_CATEGORY("Order management", "DELETE /order-management/v3/categories/{categoryId}"),
    POST_IMAGE("Order management", "POST /order-management/v1/images"),

    USERINFO("Userinfo", "GET /vipps-userinfo-api/userinfo/{sub}"),

    LIST_LEDGERS("Report", "GET /settlement/v1/ledgers"),
    REPORT_DATE("Report", "GET /report/v2/ledgers/{ledgerId}/{topic}/dates/{ledgerDate}"),
    REPORT_FEED("Report", "GET /report/v2/ledgers/{ledgerId}/{topic}/feed");

    private final String api;
    private final String call;

    ApiOperation(String api, String call) {
        this.api = api;
        this.call = call;
    }

    public String api() {
        return api;
    }

    /** Method and path. */
    public String call() {
        return call;
    }
}
