package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;

import dev.kvitt.sandbox.contract.ContractFilter;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Speaks to the sandbox as a merchant's software does. */
record Api(String msn, String keyPrefix) {

    static final Api DEMO = new Api("123456", "demo");
    static final Api OTHER = new Api("234567", "other");
    static final Api DANISH = new Api("345678", "danish");
    static final String CUSTOMER = "4712345678";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    /** A reference nobody used before. */
    static String newReference() {
        return "vending-" + COUNTER.incrementAndGet() + "-1";
    }

    static String newKey() {
        return "key-" + COUNTER.incrementAndGet();
    }

    RequestSpecification keys() {
        return given().filter(ContractFilter.official())
                .header("client_id", keyPrefix + "-client-id")
                .header("client_secret", keyPrefix + "-client-secret")
                .header("Ocp-Apim-Subscription-Key", keyPrefix + "-subscription-key")
                .header("Merchant-Serial-Number", msn);
    }

    String token() {
        return keys().post("/accesstoken/get").then().statusCode(200).extract().path("access_token");
    }

    /** A request with everything that identifies the merchant. */
    RequestSpecification call() {
        return given().filter(ContractFilter.official())
                .header("Authorization", "Bearer " + token())
                .header("Ocp-Apim-Subscription-Key", keyPrefix + "-subscription-key")
                .header("Merchant-Serial-Number", msn);
    }

    RequestSpecification json(String body) {
        return call().contentType(ContentType.JSON).body(body);
    }

    ValidatableResponse create(String reference, String key, String body) {
        return json(body)
                .header("Idempotency-Key", key)
                .post("/epayment/v1/payments")
                .then();
    }

    /** Creates a payment of 5000 and lets its customer approve. */
    String authorized() {
        String reference = newReference();
        create(reference, newKey(), Bodies.webRedirect(reference)).statusCode(201);
        act(reference, "approve").statusCode(200);
        return reference;
    }

    String created() {
        String reference = newReference();
        create(reference, newKey(), Bodies.webRedirect(reference)).statusCode(201);
        return reference;
    }

    ValidatableResponse capture(String reference, String key, long value) {
        return json(Bodies.modification(value))
                .header("Idempotency-Key", key)
                .post("/epayment/v1/payments/{reference}/capture", reference)
                .then();
    }

    ValidatableResponse refund(String reference, String key, long value) {
        return json(Bodies.modification(value))
                .header("Idempotency-Key", key)
                .post("/epayment/v1/payments/{reference}/refund", reference)
                .then();
    }

    ValidatableResponse cancel(String reference, boolean transactionOnly) {
        return json("{\"cancelTransactionOnly\":" + transactionOnly + "}")
                .header("Idempotency-Key", newKey())
                .post("/epayment/v1/payments/{reference}/cancel", reference)
                .then();
    }

    ValidatableResponse get(String reference) {
        return call().get("/epayment/v1/payments/{reference}", reference).then();
    }

    ValidatableResponse events(String reference) {
        return call().get("/epayment/v1/payments/{reference}/events", reference).then();
    }

    /** As the customer or time: approve, reject or expire. */
    ValidatableResponse act(String reference, String action) {
        return given().post("/sandbox/v1/payments/{msn}/{reference}/{action}", msn, reference, action)
                .then();
    }

    String scan(String merchantQrId) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("msn", msn, "merchantQrId", merchantQrId, "customer", CUSTOMER))
                .post("/sandbox/v1/scan")
                .then()
                .statusCode(200)
                .extract()
                .path("customerToken");
    }

    /** @return the id of a code nobody used before */
    String newCallbackQr() {
        String id = "machine-" + COUNTER.incrementAndGet();
        putQr(id);
        return id;
    }

    /** @param qrFormat as JSON; empty = not sent */
    ValidatableResponse payByQr(String qrFormat) {
        String reference = newReference();
        return create(reference, newKey(), Bodies.byQr(reference, qrFormat));
    }

    void putQr(String merchantQrId) {
        json("{\"locationDescription\":\"Machine 1\"}")
                .put("/qr/v1/merchant-callback/{id}", merchantQrId)
                .then()
                .statusCode(200);
    }

    ValidatableResponse register(String url, String... events) {
        return json(Bodies.registration(url, events))
                .post("/webhooks/v1/webhooks")
                .then();
    }
}
