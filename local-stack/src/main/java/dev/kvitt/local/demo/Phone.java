package dev.kvitt.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** A customer's phone, and what Vipps itself knows: the control API of the sandbox. */
public final class Phone {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration KVITT_LIMIT = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI sandbox;

    public Phone(String sandboxUrl) {
        this.sandbox = URI.create(sandboxUrl);
    }

    /**
     * Waits until Kvitt has told Vipps where its webhooks go and which code is printed: before that a scan leads nowhere.
     *
     * @throws IllegalStateException when it has not within two minutes
     */
    public void awaitKvitt(Msn msn, String qrId) {
        var end = System.nanoTime() + KVITT_LIMIT.toNanos();
        while (!knows("/sandbox/v1/webhooks", msn, "user.checked-in.v1") || !knows("/sandbox/v1/qr", msn, qrId)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Kvitt has registered neither webhooks nor codes at Vipps: see the log of webhook-gateway");
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }

    /** Whether there is something of this sales unit that names this. */
    private boolean knows(String list, Msn msn, String name) {
        for (var item : get(list)) {
            if (item.path("msn").asText().equals(msn.value()) && item.toString().contains('"' + name + '"')) {
                return true;
            }
        }
        return false;
    }

    /** Scans a printed code, and tells when, by the sandbox's clock. */
    public Instant scan(Msn msn, String qrId, String customer) {
        var scanned = post("/sandbox/v1/scan", Map.of("msn", msn.value(), "merchantQrId", qrId, "customer", customer));
        return Instant.parse(scanned.get("initiatedAt").asText());
    }

    public void approve(Msn msn, PaymentReference reference) {
        post(payment(msn, reference) + "/approve", Map.of());
    }

    /** Holds the code in the app out to a scanner, and tells what it says. */
    public String personalQr(String customer) {
        return post("/sandbox/v1/customers/" + customer + "/personal-qr", Map.of())
                .at("/mobilePay/content")
                .asText();
    }

    public void reject(Msn msn, PaymentReference reference) {
        post(payment(msn, reference) + "/reject", Map.of());
    }

    /** The customer lets the time run out. */
    public void ignore(Msn msn, PaymentReference reference) {
        post(payment(msn, reference) + "/expire", Map.of());
    }

    /** Every webhook from now on is delivered this many times more; 0 = all faults are gone. */
    public void duplicateWebhooks(int times) {
        var faults = times == 0 ? List.of() : List.of(Map.of("kind", "DOUBLE", "copies", times));
        call("PUT", "/sandbox/v1/faults", Map.of("faults", faults));
    }

    /** What Vipps says of a payment's money. */
    public Aggregate aggregate(Msn msn, PaymentReference reference) {
        return sums(get(payment(msn, reference)));
    }

    /** The sums of a payment that was read before. */
    public static Aggregate sums(JsonNode payment) {
        var sums = payment.get("aggregate");
        return new Aggregate(
                money(sums.get("authorizedAmount")),
                money(sums.get("capturedAmount")),
                money(sums.get("cancelledAmount")),
                money(sums.get("refundedAmount")));
    }

    public String state(Msn msn, PaymentReference reference) {
        return get(payment(msn, reference)).get("state").asText();
    }

    /** How many receipts the payment has. */
    public int receipts(Msn msn, PaymentReference reference) {
        return get(payment(msn, reference)).get("receipts").size();
    }

    /** How many requests about this payment have changed something at Vipps. */
    public int writes(PaymentReference reference) {
        var entries = get("/sandbox/v1/journal?kind=request&limit=10000&reference=" + reference)
                .get("entries");
        var writes = 0;
        for (var entry : entries) {
            writes += entry.path("effect").asBoolean() ? 1 : 0;
        }
        return writes;
    }

    public JsonNode get(String path) {
        return answer(
                HttpRequest.newBuilder(sandbox.resolve(path)).timeout(LIMIT).build());
    }

    private JsonNode post(String path, Map<String, ?> body) {
        return call("POST", path, body);
    }

    /** Anything else that the sandbox can be told. */
    public JsonNode call(String method, String path, Map<String, ?> body) {
        try {
            return answer(HttpRequest.newBuilder(sandbox.resolve(path))
                    .timeout(LIMIT)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode answer(HttpRequest request) {
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        request.method() + " " + request.uri().getPath() + " answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String payment(Msn msn, PaymentReference reference) {
        return "/sandbox/v1/payments/" + msn + "/" + reference;
    }

    /** An amount as Vipps writes it. */
    public static Money money(JsonNode amount) {
        return new Money(
                amount.get("value").asLong(),
                Currency.valueOf(amount.get("currency").asText()));
    }
}
