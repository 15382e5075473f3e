package dev.kvitt.system.phone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A merchant whose software speaks to the sandbox by Vipps' APIs. */
final class Kiosk {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Two rates of tax, and something bought twice. */
    private static final String RECEIPT =
            """
            {"orderLines":[
              {"name":"Kaffe","id":"coffee","totalAmount":5000,"totalAmountExcludingTax":4000,"totalTaxAmount":1000,"taxRate":2500,
               "unitInfo":{"unitPrice":2500,"quantity":"2","quantityUnit":"PCS"}},
              {"name":"Skolebolle","id":"bun","totalAmount":2300,"totalAmountExcludingTax":2000,"totalTaxAmount":300,"taxRate":1500}],
             "bottomLine":{"currency":"NOK","posId":"kiosk-1","receiptNumber":"2026-117"}}
            """;

    static final int AMOUNT = 7300;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    Kiosk(String url) {
        this.url = url;
        var answer = send(HttpRequest.newBuilder(URI.create(url + "/accesstoken/get"))
                .header("client_id", "demo-client-id")
                .header("client_secret", "demo-client-secret")
                .POST(HttpRequest.BodyPublishers.noBody()));
        this.token = answer.get("access_token").asText();
    }

    /** Asks a customer by number; the request is on the phone when this returns. */
    String push(String customer) {
        return create("\"userFlow\":\"PUSH_MESSAGE\",\"customer\":{\"phoneNumber\":\"%s\"},\"receipt\":%s"
                .formatted(customer, RECEIPT));
    }

    /** Asks a customer by number to pay an amount, with nothing on a receipt. */
    String push(String customer, int amount, String more) {
        return create(
                amount,
                "\"userFlow\":\"PUSH_MESSAGE\",\"customer\":{\"phoneNumber\":\"%s\"}%s".formatted(customer, more));
    }

    /** A payment whose customer comes from the merchant's page, and goes back to it. */
    String webRedirect(String returnUrl, String more) {
        return create("\"userFlow\":\"WEB_REDIRECT\",\"returnUrl\":\"%s\"%s".formatted(returnUrl, more));
    }

    /** A payment whose code is on a screen at the till. */
    String screen() {
        return create("\"userFlow\":\"QR\",\"qrFormat\":{\"format\":\"TEXT/TARGETURL\"}");
    }

    private String create(String more) {
        return create(AMOUNT, more);
    }

    private String create(int amount, String more) {
        var reference = "kiosk-" + NUMBER.incrementAndGet() + "-1";
        call(
                "POST",
                "/epayment/v1/payments",
                """
                {"reference":"%s","amount":{"currency":"NOK","value":%d},"paymentMethod":{"type":"WALLET"},
                 "customerInteraction":"CUSTOMER_PRESENT","paymentDescription":"Kaffe og bolle",%s}
                """
                        .formatted(reference, amount, more));
        return reference;
    }

    String state(String reference) {
        return get(reference).get("state").asText();
    }

    /** Where the customer's browser is to go. */
    String redirectUrl(String reference) {
        return get(reference).get("redirectUrl").asText();
    }

    JsonNode get(String reference) {
        return call("GET", "/epayment/v1/payments/" + reference, "");
    }

    void capture(String reference, int amount) {
        modify(reference, "capture", amount);
    }

    void refund(String reference, int amount) {
        modify(reference, "refund", amount);
    }

    void release(String reference) {
        call("POST", "/epayment/v1/payments/" + reference + "/cancel", "{}");
    }

    /** Puts up a code that tells who is there. */
    void callbackCode(String id, String location) {
        call("PUT", "/qr/v1/merchant-callback/" + id, "{\"locationDescription\":\"" + location + "\"}");
    }

    /** Puts up a code that opens a page. */
    void redirectCode(String id, String page) {
        call("POST", "/qr/v1/merchant-redirect", "{\"id\":\"%s\",\"redirectUrl\":\"%s\"}".formatted(id, page));
    }

    private void modify(String reference, String what, int amount) {
        call(
                "POST",
                "/epayment/v1/payments/" + reference + "/" + what,
                "{\"modificationAmount\":{\"currency\":\"NOK\",\"value\":" + amount + "}}");
    }

    private JsonNode call(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", "Bearer " + token)
                .header("Merchant-Serial-Number", "123456")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private JsonNode send(HttpRequest.Builder request) {
        var whole = request.header("Ocp-Apim-Subscription-Key", "demo-subscription-key")
                .build();
        try {
            var answer = http.send(whole, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(whole + " was answered " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
