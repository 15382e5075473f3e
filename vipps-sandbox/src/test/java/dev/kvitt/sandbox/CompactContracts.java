package dev.kvitt.sandbox;

import static dev.kvitt.sandbox.CompactContract.all;
import static dev.kvitt.sandbox.CompactContract.answering;
import static dev.kvitt.sandbox.CompactContract.below;
import static dev.kvitt.sandbox.CompactContract.withoutBody;

import dev.kvitt.sandbox.coverage.ApiOperation;
import java.util.List;
import java.util.stream.Stream;

/** The contract of every operation. Needs nothing beside the project, unlike Vipps' own specifications. */
final class CompactContracts {

    private static final String[] AMOUNT = {"/currency", "/value"};
    private static final String[] CALLBACK = {
        "/merchantSerialNumber", "/merchantQrId", "/locationDescription", "/qrImageUrl", "/qrContent"
    };
    private static final String[] REDIRECT = {"/id", "/url", "/redirectUrl", "/expiresIn"};
    private static final String[] CATEGORY = {"/categoryId", "/orderId", "/paymentType", "/type", "/url"};
    private static final String[] LINE = {
        "/name", "/id", "/totalAmount", "/totalAmountExcludingTax", "/totalTaxAmount", "/taxRate"
    };

    private CompactContracts() {}

    static Stream<CompactContract> stream() {
        return Stream.of(tokens(), payments(), webhooks(), callbacks(), redirects(), till(), orders(), reports())
                .flatMap(List::stream);
    }

    private static List<CompactContract> tokens() {
        String json = "application/json;charset=UTF-8";
        return List.of(
                answering(
                                ApiOperation.ACCESS_TOKEN,
                                200,
                                "/token_type",
                                "/expires_in",
                                "/ext_expires_in",
                                "/expires_on",
                                "/not_before",
                                "/resource",
                                "/access_token")
                        .as(json),
                answering(ApiOperation.ACCOUNTING_TOKEN, 200, "/access_token", "/token_type", "/expires_in")
                        .as(json),
                answering(
                                ApiOperation.USERINFO,
                                200,
                                "/sub",
                                "/sid",
                                "/name",
                                "/given_name",
                                "/family_name",
                                "/phone_number")
                        .as(json));
    }

    private static List<CompactContract> payments() {
        return List.of(
                create(),
                answering(ApiOperation.GET_PAYMENT, 200, all(modified(), new String[] {"/paymentMethod/type", "/profile"
                        }))
                        .perhaps("/redirectUrl"),
                answering(
                                ApiOperation.EVENT_LOG,
                                200,
                                all(
                                        below("/0", "/reference", "/pspReference", "/name", "/timestamp", "/success"),
                                        below("/0/amount", AMOUNT)))
                        .perhaps("/0/idempotencyKey"),
                modification(ApiOperation.CAPTURE),
                modification(ApiOperation.REFUND),
                answering(ApiOperation.CANCEL, 200, modified()),
                withoutBody(ApiOperation.FORCE_APPROVE, 200).needing("/customer", "/customer/phoneNumber"));
    }

    private static CompactContract create() {
        String receipt = Bodies.receipt(5000, 4000, 1000);
        return answering(ApiOperation.CREATE, 201, "/reference")
                .perhaps("/redirectUrl")
                .needing(
                        "/amount",
                        "/amount/value",
                        "/amount/currency",
                        "/paymentMethod",
                        "/paymentMethod/type",
                        "/reference",
                        "/userFlow",
                        "/returnUrl")
                .taking(
                        "{\"customer\":{\"phoneNumber\":\"4712345678\"}}",
                        "{\"customer\":{\"phoneNumber\":\"4712345678\"},\"userFlow\":\"PUSH_MESSAGE\"}",
                        "{\"customerInteraction\":\"CUSTOMER_PRESENT\"}",
                        "{\"customerInteraction\":\"CUSTOMER_NOT_PRESENT\"}",
                        "{\"profile\":{\"scope\":\"name address email phoneNumber birthDate\"}}",
                        "{\"receipt\":" + receipt + "}",
                        "{\"receiptUrl\":\"https://shop.example/receipt\"}",
                        "{\"userFlow\":\"NATIVE_REDIRECT\",\"returnUrl\":\"shop://back\"}",
                        "{\"userFlow\":\"QR\",\"qrFormat\":{\"format\":\"IMAGE/PNG\",\"size\":500}}",
                        "{\"metadata\":{\"sale\":\"1\"}}",
                        "{\"minimumUserAge\":18}",
                        "{\"merchantLegalLinks\":{\"termsOfSaleUrl\":\"https://shop.example/terms\","
                                + "\"privacyPolicyUrl\":\"https://shop.example/privacy\"}}");
    }

    private static CompactContract modification(ApiOperation operation) {
        return answering(operation, 200, modified())
                .needing("/modificationAmount", "/modificationAmount/value", "/modificationAmount/currency");
    }

    /** What every answer about a payment has. */
    private static String[] modified() {
        return all(
                new String[] {"/state", "/pspReference", "/reference"},
                below("/amount", AMOUNT),
                below("/aggregate/authorizedAmount", AMOUNT),
                below("/aggregate/cancelledAmount", AMOUNT),
                below("/aggregate/capturedAmount", AMOUNT),
                below("/aggregate/refundedAmount", AMOUNT));
    }

    private static List<CompactContract> webhooks() {
        return List.of(
                answering(ApiOperation.REGISTER_WEBHOOK, 201, "/id", "/secret").needing("/url", "/events", "/events/0"),
                answering(ApiOperation.LIST_WEBHOOKS, 200, below("/webhooks/0", "/id", "/url", "/events/0")),
                withoutBody(ApiOperation.DELETE_WEBHOOK, 204));
    }

    private static List<CompactContract> callbacks() {
        return List.of(
                withoutBody(ApiOperation.PUT_CALLBACK_QR, 200).needing("/locationDescription"),
                withoutBody(ApiOperation.PUT_MOBILEPAY_QR, 200).needing("/locationDescription"),
                answering(ApiOperation.GET_CALLBACK_QR, 200, CALLBACK),
                answering(ApiOperation.LIST_CALLBACK_QRS, 200, below("/0", CALLBACK)),
                withoutBody(ApiOperation.DELETE_CALLBACK_QR, 200));
    }

    private static List<CompactContract> redirects() {
        return List.of(
                answering(ApiOperation.CREATE_REDIRECT_QR, 200, REDIRECT)
                        .needing("/id", "/redirectUrl")
                        .taking("{\"ttl\":300}"),
                answering(ApiOperation.GET_REDIRECT_QR, 200, REDIRECT),
                answering(ApiOperation.LIST_REDIRECT_QRS, 200, below("/0", REDIRECT)),
                answering(ApiOperation.UPDATE_REDIRECT_QR, 200, REDIRECT).needing("/redirectUrl"),
                withoutBody(ApiOperation.DELETE_REDIRECT_QR, 200));
    }

    private static List<CompactContract> till() {
        return List.of(
                answering(ApiOperation.ONE_TIME_QR, 200, "/url", "/expiresIn").needing("/url"),
                answering(ApiOperation.EXCHANGE_PERSONAL_QR, 200, "/msisdn", "/version")
                        .needing("/qrCode", "/requestedData/0")
                        .perhaps("/timestamp"),
                answering(ApiOperation.EXCHANGE_CUSTOMER, 200, "/msisdn")
                        .needing("/customer", "/customer/customerToken", "/requestedData", "/requestedData/0")
                        .perhaps("/timestamp"));
    }

    private static List<CompactContract> orders() {
        return List.of(
                receipt(),
                answering(ApiOperation.PUT_CATEGORY, 200, "").needing("/category", "/orderDetailsUrl"),
                answering(
                        ApiOperation.GET_ORDER,
                        200,
                        all(
                                below("/category", "/category", "/orderDetailsUrl"),
                                below("/receipt/orderLines/0", LINE),
                                below("/receipt/bottomLine", "/currency", "/posId"))),
                answering(ApiOperation.ADD_CATEGORY, 201, "/categoryId")
                        .needing("/orderId", "/paymentType", "/type", "/url"),
                answering(ApiOperation.LIST_CATEGORIES, 200, below("/categories/0", CATEGORY)),
                answering(ApiOperation.GET_CATEGORY, 200, CATEGORY),
                withoutBody(ApiOperation.DELETE_CATEGORY, 200),
                answering(ApiOperation.POST_IMAGE, 200, "/imageId").needing("/imageId", "/src", "/type"));
    }

    private static List<CompactContract> reports() {
        String[] rows = below(
                "/items/0",
                "/pspReference",
                "/time",
                "/ledgerDate",
                "/entryType",
                "/reference",
                "/currency",
                "/amount",
                "/balanceBefore",
                "/balanceAfter",
                "/recipientHandle");
        return List.of(
                answering(
                        ApiOperation.LIST_LEDGERS,
                        200,
                        all(
                                new String[] {"/cursor"},
                                below("/items/0", "/ledgerId", "/currency", "/settlesForRecipientHandles/0"),
                                below("/items/0/payoutBankAccount", "/scheme", "/id"),
                                below("/items/0/owner", "/scheme", "/id"))),
                answering(ApiOperation.REPORT_DATE, 200, all(new String[] {"/hasMore", "/tryLater"}, rows))
                        .perhaps("/cursor"),
                answering(ApiOperation.REPORT_FEED, 200, all(new String[] {"/cursor", "/tryLater"}, rows)));
    }

    private static CompactContract receipt() {
        return answering(ApiOperation.POST_RECEIPT, 201, "")
                .needing(all(
                        new String[] {"/orderLines", "/orderLines/0", "/bottomLine", "/bottomLine/currency"},
                        below("/orderLines/0", LINE)))
                .taking(
                        "{\"bottomLine\":{\"tipAmount\":100}}",
                        "{\"bottomLine\":{\"receiptNumber\":\"7\"}}",
                        "{\"bottomLine\":{\"paymentSources\":{\"giftCard\":1,\"card\":1,\"voucher\":1,\"cash\":1}}}",
                        "{\"bottomLine\":{\"barcode\":{\"format\":\"EAN-13\",\"data\":\"7039010019828\"}}}",
                        line("\"unitInfo\":{\"unitPrice\":5000,\"quantity\":\"1.5\",\"quantityUnit\":\"KG\"}"),
                        line("\"discount\":100"),
                        line("\"productUrl\":\"https://shop.example/fanta\""),
                        line("\"isReturn\":false,\"isShipping\":false"));
    }

    private static String line(String more) {
        return """
                {"orderLines":[{"name":"Fanta","id":"fanta-05","totalAmount":5000,"totalAmountExcludingTax":4000,
                 "totalTaxAmount":1000,"taxRate":2500,%s}]}"""
                .formatted(more);
    }
}
