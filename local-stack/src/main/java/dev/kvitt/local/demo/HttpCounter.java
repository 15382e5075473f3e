package dev.kvitt.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.LauncherException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** A till that sells over HTTP and knows nothing of Kafka. */
final class HttpCounter implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Addresses addresses;

    HttpCounter(Addresses addresses) {
        this.addresses = addresses;
    }

    void open(SaleOpened sale) {
        ask("", sale);
    }

    /**
     * Anything about a sale.
     *
     * @param path behind the sale's own, such as {@code /cancellation}
     * @throws LauncherException when it is not accepted
     */
    void ask(String path, PointOfSaleEvent request) {
        var sent = request(request.key() + path)
                .header("Idempotency-Key", request.requestId())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(request)))
                .build();
        var answer = answer(sent);
        if (answer.statusCode() != 202) {
            throw new LauncherException(
                    request.key() + path + " was answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static String body(PointOfSaleEvent request) {
        try {
            var json = (ObjectNode) JSON.readTree(EventCodec.json(request));
            return json.without(List.of("msn", "saleId", "requestId")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What became of the sale, as soon as it is what is wanted.
     *
     * @throws LauncherException when it is not within two minutes
     */
    JsonNode asksUntil(SaleOpened sale, String what, Predicate<JsonNode> wanted) {
        var end = System.nanoTime() + LIMIT.toNanos();
        var version = "";
        while (true) {
            var wait = version.isEmpty() ? "" : "?wait=20&since=" + version;
            var status = json(answer(request(sale.key() + wait).build()));
            if (wanted.test(status)) {
                return status;
            }
            if (System.nanoTime() > end) {
                throw new LauncherException("Waited " + LIMIT.toSeconds() + " s in vain until " + what + ": " + status);
            }
            version = status.path("version").asText();
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(addresses.payment() + "/sales/" + path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + addresses.tillToken());
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new LauncherException(
                    "What became of a sale was answered " + answer.statusCode() + ": " + answer.body());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
