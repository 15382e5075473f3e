package dev.kvitt.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.kvitt.sandbox.coverage.ApiOperation;
import dev.kvitt.sandbox.coverage.Covers;
import dev.kvitt.vipps.rules.webhook.SignatureVerdict;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import dev.kvitt.vipps.rules.webhook.WebhookSignature;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OpenSandbox.class)
class VendingLineTest {

    private static final Api API = Api.DEMO;
    private static final String RECEIPTS = "/order-management/v2/ecom/receipts/{reference}";

    @Test
    @Covers(operation = ApiOperation.CANCEL, statuses = 200, rules = "after a part was captured the rest is released")
    @Covers(
            operation = ApiOperation.DELIVER_WEBHOOK,
            rules = {"signed byte for byte", "a check-in carries token, QR id and serial number"})
    @Covers(operation = ApiOperation.EVENT_LOG, statuses = 200)
    @Covers(operation = ApiOperation.GET_PAYMENT, statuses = 200)
    @Covers(operation = ApiOperation.POST_RECEIPT, statuses = 201, rules = "before or after the payment")
    void a_scan_becomes_a_captured_payment_with_the_rest_released_and_one_receipt() {
        try (Receiver payments = Receiver.start();
                Receiver checkIns = Receiver.start()) {
            String paymentsUrl = payments.url("/hooks/payments?unit=1");
            String secret = API.register(
                            paymentsUrl,
                            "epayments.payment.created.v1",
                            "epayments.payment.authorized.v1",
                            "epayments.payment.captured.v1",
                            "epayments.payment.cancelled.v1")
                    .statusCode(201)
                    .extract()
                    .path("secret");
            String checkInRegistration = API.register(checkIns.url("/hooks/check-ins"), "user.checked-in.v1")
                    .statusCode(201)
                    .extract()
                    .path("id");
            API.putQr("machine-1");

            String token = API.scan("machine-1");
            Receiver.Delivery checkIn = checkIns.next();
            assertThat(checkIn.json().getString("customerToken")).isEqualTo(token);
            assertThat(checkIn.json().getString("merchantQrId")).isEqualTo("machine-1");
            assertThat(checkIn.json().getString("msn")).isEqualTo(API.msn());

            String reference = Api.newReference();
            API.create(reference, Api.newKey(), Bodies.withToken(reference, token))
                    .statusCode(201)
                    .body("reference", equalTo(reference))
                    .body("redirectUrl", startsWith("http"));
            API.act(reference, "approve").statusCode(200).body("customer", equalTo(Api.CUSTOMER));
            sums(API.get(reference).statusCode(200), 5000, 0, 0)
                    .body("state", equalTo("AUTHORIZED"))
                    .body("metadata.sale", equalTo("sale-1"));

            sums(API.capture(reference, Api.newKey(), 3000).statusCode(200), 5000, 3000, 0);
            sums(API.cancel(reference, false).statusCode(200), 5000, 3000, 2000).body("state", equalTo("AUTHORIZED"));

            eventsShow(reference);
            postsItsReceiptOnce(reference);
            deliveriesAreSigned(payments, paymentsUrl, secret);
            controlApiShowsAll(reference);

            API.call()
                    .delete("/webhooks/v1/webhooks/{id}", checkInRegistration)
                    .then()
                    .statusCode(204);
        }
    }

    private static void eventsShow(String reference) {
        String created = API.get(reference).extract().path("pspReference");
        API.events(reference)
                .statusCode(200)
                .body("name", contains("CREATED", "AUTHORIZED", "CAPTURED", "CANCELLED"))
                .body("amount.value", contains(5000, 5000, 3000, 2000))
                .body("[0].pspReference", equalTo(created))
                .body("[2].pspReference", not(equalTo(created)))
                .body("success", contains(true, true, true, true));
    }

    private static void postsItsReceiptOnce(String reference) {
        API.json(Bodies.receipt(3000, 2400, 600))
                .post(RECEIPTS, reference)
                .then()
                .statusCode(201)
                .body(matchesPattern("\"[0-9a-f-]{36}\""));
        API.json(Bodies.receipt(3000, 2400, 600))
                .post(RECEIPTS, reference)
                .then()
                .statusCode(409)
                .body("title", equalTo("Conflict"));
        API.call()
                .get("/order-management/v2/ECOM/{reference}", reference)
                .then()
                .statusCode(200)
                .body("receipt.orderLines[0].totalAmount", equalTo(3000));
    }

    private static void deliveriesAreSigned(Receiver receiver, String url, String secret) {
        for (String name : new String[] {"CREATED", "AUTHORIZED", "CAPTURED", "CANCELLED"}) {
            Receiver.Delivery delivery = receiver.next();
            assertThat(delivery.name()).isEqualTo(name);
            assertThat(delivery.host()).isEqualTo(URI.create(url).getAuthority());
            assertThat(delivery.pathAndQuery()).isEqualTo("/hooks/payments?unit=1");
            assertThat(WebhookSignature.verify(
                            new WebhookSecret(secret),
                            WebhookTarget.of(URI.create(url)),
                            delivery.signature(),
                            delivery.body()))
                    .isInstanceOf(SignatureVerdict.Genuine.class);
        }
    }

    private static void controlApiShowsAll(String reference) {
        sums(
                        given().get("/sandbox/v1/payments/{msn}/{reference}", API.msn(), reference)
                                .then()
                                .statusCode(200),
                        5000,
                        3000,
                        2000)
                .body("events", hasSize(4))
                .body("receipts", hasSize(1))
                .body("idempotencyKeys.operation", contains("CREATE", "CAPTURE", "CANCEL"))
                .body("idempotencyKeys.status", contains(201, 200, 200));
        given().queryParam("reference", reference)
                .queryParam("kind", "request")
                .get("/sandbox/v1/journal")
                .then()
                .statusCode(200)
                .body("entries.findAll { it.effect }.path.size()", equalTo(4));
    }

    private static ValidatableResponse sums(ValidatableResponse response, int authorized, int captured, int cancelled) {
        return response.body("aggregate.authorizedAmount.value", equalTo(authorized))
                .body("aggregate.capturedAmount.value", equalTo(captured))
                .body("aggregate.cancelledAmount.value", equalTo(cancelled))
                .body("aggregate.refundedAmount.value", equalTo(0));
    }
}
