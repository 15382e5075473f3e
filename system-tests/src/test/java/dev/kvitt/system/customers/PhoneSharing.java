package dev.kvitt.system.customers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerKnown;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.stack.Secrets;
import dev.kvitt.local.stack.StackSecrets;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.till.Tills;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/** Sales whose customer is remembered, and what their merchant's own system does with them. */
public final class PhoneSharing {

    static final String PURPOSE = "Your next purchase without a code";

    private final Tills tills;

    public PhoneSharing(Tills tills) {
        this.tills = tills;
    }

    Basket asking() {
        return tills.till.basket().of(Customer.unknown(Customer.Kind.BROWSER)).remembering(PURPOSE);
    }

    /** Who has this number pays on a page and agrees. */
    public CustomerKnown remembered(String number) {
        var sale = tills.open(asking());
        tills.asked(sale, 1);
        approves(sale, number, true);
        tills.settled(sale);
        return tills.hears(CustomerKnown.class, sale);
    }

    void approves(SaleOpened sale, String number, boolean sharing) {
        var payment = "/sandbox/v1/payments/" + sale.msn() + "/" + Tills.reference(sale, 1);
        tills.shop.phone.call("POST", payment + "/approve", Map.of("customer", number, "consent", sharing));
    }

    JsonNode atVipps(SaleOpened sale) {
        return tills.shop.phone.get("/sandbox/v1/payments/" + sale.msn() + "/" + Tills.reference(sale, 1));
    }

    /** @return the body of the answer */
    static String merchant(String method, String path, String body, int status) {
        var context = StackUnderTest.stack().context();
        var token = new Secrets(context.data().secrets()).password(StackSecrets.MERCHANT_TOKEN);
        return ask(context.ports().url("checkin-service") + path, token, method, body, status);
    }

    static String ask(String url, String token, String method, String body, int status) {
        var sent = body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .method(method, sent)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(method + " " + url).isEqualTo(status);
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
