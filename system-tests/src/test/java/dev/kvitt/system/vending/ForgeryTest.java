package dev.kvitt.system.vending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.local.demo.Vending;
import dev.kvitt.system.StackUnderTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever knows the webhook's address but not its secret can tell Kvitt nothing. */
class ForgeryTest {

    private static Vending vending;

    @BeforeAll
    static void start() {
        vending = StackUnderTest.vending();
    }

    @Test
    void a_forged_approval_is_refused_and_reaches_no_topic() throws Exception {
        var sale = vending.scan("machine-1-qr", "4712345680");
        var reference = vending.requested(sale).reference();

        assertThat(post(reference).statusCode()).isEqualTo(401);

        // A genuine event of the same sale comes after it on the same partition, so by then the forged one would be
        // seen.
        vending.phone.reject(sale.msn(), reference);
        vending.done(sale);
        assertThat(vending.log.of(sale.key()))
                .extracting(seen -> seen.event().data())
                .filteredOn(PaymentHappened.class::isInstance)
                .noneMatch(fact -> ((PaymentHappened) fact).name().equals("AUTHORIZED"));
    }

    private static HttpResponse<Void> post(PaymentReference reference) throws Exception {
        var url = "";
        for (var webhook : vending.phone.get("/sandbox/v1/webhooks")) {
            if (webhook.get("events").toString().contains("authorized")) {
                url = webhook.get("url").asText();
            }
        }
        var body =
                """
                {"msn":"%s","reference":"%s","pspReference":"forged","name":"AUTHORIZED",
                "amount":{"currency":"NOK","value":5000},"timestamp":"2026-11-21T10:00:00.000Z","success":true}"""
                        .formatted(Vending.MSN, reference);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Content-Type", "application/json")
                            .header("x-ms-date", "Sat, 21 Nov 2026 10:00:00 GMT")
                            .header("x-ms-content-sha256", "lNlsp1XA03N34HrQsVzPgJKtC+r7l/RBF4V3JQUWMj4=")
                            .header(
                                    "Authorization",
                                    "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=AAAA")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }
}
