package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Addresses;
import dev.kvitt.system.StackUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A till that knows no Kafka: one sale over HTTP alone. What it forgets when it is killed, a new one asks for. */
public final class HttpTill {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Addresses addresses = Addresses.of(StackUnderTest.stack());
    private final HttpClient http = HttpClient.newHttpClient();
    private final SaleOpened opening;

    /** @param opening what it will ask for */
    public HttpTill(SaleOpened opening) {
        this.opening = opening;
    }

    public SaleOpened opening() {
        return opening;
    }

    /** What was accepted; the same however often. */
    public JsonNode send() {
        return ask("", opening);
    }

    /**
     * Anything else about the sale.
     *
     * @param path behind the sale's own, such as {@code /customer}
     */
    public JsonNode ask(String path, PointOfSaleEvent request) {
        return accepted(path, request.requestId(), body(request));
    }

    /** As {@link #send}, to a service that ends before it answers. */
    public void sendUnanswered() {
        assertThat(answer(post("", opening.requestId(), body(opening))))
                .as("nobody answers")
                .isEmpty();
    }

    private static String body(PointOfSaleEvent request) {
        try {
            var json = (ObjectNode) MAPPER.readTree(EventCodec.json(request));
            return json.without(List.of("msn", "saleId", "requestId")).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pays back. */
    public JsonNode refund(String requestId, long amount) {
        return accepted(
                "/refunds",
                requestId,
                "{\"tillId\": \"%s\", \"amount\": {\"value\": %d, \"currency\": \"NOK\"}}"
                        .formatted(opening.tillId(), amount));
    }

    public JsonNode acknowledge() {
        return json(answer(post("/acknowledgements", "ack", "")).orElseThrow(), 200);
    }

    /** What became of the sale, asked until it is this. */
    public JsonNode asksUntil(String status, String todo) {
        var version = "";
        while (true) {
            var wait = version.isEmpty() ? "" : "?wait=20&since=" + version;
            var answer = json(answer(get("/sales/" + opening.key() + wait)).orElseThrow(), 200);
            if (answer.path("status").asText().equals(status)
                    && answer.path("todo").asText().equals(todo)) {
                return answer;
            }
            version = answer.path("version").asText();
        }
    }

    /** Sales that this till was told of as reserved or paid and has not acknowledged. */
    public List<String> unacknowledged() {
        var path = "/tills/" + opening.msn() + "/" + opening.tillId() + "/unacknowledged";
        return json(answer(get(path)).orElseThrow(), 200).path("sales").findValuesAsText("saleId");
    }

    /** Lines of the stream from a cursor on, until closed. */
    public Stream<String> hears(String after) {
        try {
            var path = "/tills/" + opening.msn() + "/" + opening.tillId() + "/events?after=" + after;
            var answer = http.send(get(path), HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private JsonNode accepted(String path, String requestId, String body) {
        return json(answer(post(path, requestId, body)).orElseThrow(), 202);
    }

    private HttpRequest post(String path, String requestId, String body) {
        return HttpRequest.newBuilder(URI.create(addresses.payment() + "/sales/" + opening.key() + path))
                .header("Authorization", "Bearer " + addresses.tillToken())
                .header("Idempotency-Key", requestId)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(addresses.payment() + path))
                .header("Authorization", "Bearer " + addresses.tillToken())
                .build();
    }

    private Optional<HttpResponse<String>> answer(HttpRequest request) {
        try {
            return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
