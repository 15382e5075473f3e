package dev.kvitt.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.function.Predicate;

/** A shop's tills, its customers and Vipps, for whoever wants to play a sale on a running stack. */
public final class Shop extends Onlooker {

    /** Customers' own codes go to Vipps as they are. As in the local registry. */
    public static final Msn MSN = Vending.MSN;

    /** Customers' own codes are exchanged for their numbers. */
    public static final Msn EXCHANGING = new Msn("234567");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PointOfSale kvitt;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sealing;
    private final URI payments;
    private final String tillToken;
    private final String apiToken;

    public Shop(Stack stack) {
        this(Addresses.of(stack));
    }

    public Shop(Addresses addresses) {
        super(addresses.kafka(), addresses.sandbox());
        kvitt = new PointOfSale(addresses.kafka(), Clock.systemUTC(), "till");
        sealing = URI.create(addresses.checkin() + "/customers/seal");
        payments = URI.create(addresses.payment());
        tillToken = addresses.tillToken();
        apiToken = addresses.apiToken();
    }

    public Till till(Msn msn, String id) {
        return new Till(kvitt, msn, id);
    }

    /** Says something on another topic than the tills' usual one. */
    public void sendOn(String topic, PointOfSaleEvent request) {
        kvitt.send(topic, request);
    }

    /** A customer says a number. */
    public Customer number(String typed) {
        return sealed(Customer.Kind.PHONE_NUMBER, typed);
    }

    /** A customer shows the code in their app, in MobilePay's form: a token that is good for minutes. */
    public Customer personalQr(String phoneNumber) {
        return sealed(Customer.Kind.PERSONAL_QR, phone.personalQr(phoneNumber));
    }

    private Customer sealed(Customer.Kind kind, String value) {
        try {
            var body = JSON.writeValueAsBytes(Map.of("kind", kind.name(), "value", value));
            var answer = answer(HttpRequest.newBuilder(sealing)
                    .header("Authorization", "Bearer " + tillToken)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build());
            return Customer.sealed(kind, new Sealed(answer.get("value").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Kvitt answers a till that has lost track. */
    public JsonNode status(SaleOpened sale) {
        return status(sale.key());
    }

    /** @param key of the sale */
    public JsonNode status(String key) {
        return answer(HttpRequest.newBuilder(payments.resolve("/sales/" + key))
                .header("Authorization", "Bearer " + apiToken)
                .build());
    }

    private JsonNode answer(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri().getPath() + " answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until Kvitt says this about the sale. */
    public <T extends PaymentEvent> T hears(Class<T> type, SaleOpened sale, Predicate<T> wanted, String what) {
        return await(sale.key(), type, wanted, what);
    }

    @Override
    public void close() {
        super.close();
        kvitt.close();
        http.close();
    }
}
