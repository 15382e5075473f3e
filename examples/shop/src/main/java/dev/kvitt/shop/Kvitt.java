package dev.kvitt.shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/** Kvitt's public HTTP API, as far as a point of sale needs it. */
final class Kvitt implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Logger LOG = Logger.getLogger(Kvitt.class);
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;

    /** What stands before Kvitt answers so while Kvitt does not, and Kvitt itself while it can look at nothing. */
    private static final Set<Integer> AWAY = Set.of(502, 503, 504);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final ObjectMapper json;
    private final URI url;
    private final String token;
    private final URI sealUrl;
    private final String sealToken;
    private final String msn;
    private final Speech speech;

    Kvitt(ObjectMapper json, URI url, String token, URI sealUrl, String sealToken, String msn, Speech speech) {
        this.json = json;
        this.url = url;
        this.token = token;
        this.sealUrl = sealUrl;
        this.sealToken = sealToken;
        this.msn = msn;
        this.speech = speech;
    }

    /** @param body empty where the answer held no JSON */
    record Answer(int status, JsonNode body) {

        /** For whoever looks into it: the status and Kvitt's own word for programs. */
        String number() {
            return (status + " " + body.path("code").asText()).strip();
        }

        /** Says nothing about a sale: to be tried again. What Kvitt says to a program, people need not read. */
        IOException noAnswer() {
            LOG.warnf("Kvitt answered %s: %s", number(), body.path("title").asText());
            if (AWAY.contains(status)) {
                return new IOException("away: " + status);
            }
            return new NoAnswerException(
                    switch (status) {
                        case 401, 403 ->
                            "Kvitt does not let this shop do that: somebody must look at its token. It is tried again."
                                    + " Nothing is known about an open sale: take no other payment for it.";
                        case 429 ->
                            "This shop has asked Kvitt too often, and waits. It is tried again."
                                    + " Nothing is known about an open sale: take no other payment for it.";
                        default ->
                            "Kvitt did not answer what was asked. It is tried again."
                                    + " Nothing is known about an open sale: take no other payment for it.";
                    });
        }
    }

    Answer send(String saleId, Request request) throws IOException {
        return answer(to(url, sale(saleId) + request.path(), token)
                .header("Idempotency-Key", request.key())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(request.body()))));
    }

    /** What became of it. */
    Answer ask(String saleId) throws IOException {
        return answer(to(url, sale(saleId), token).GET());
    }

    /** We know that it is reserved or paid. */
    Answer acknowledge(String saleId) throws IOException {
        return answer(to(url, sale(saleId) + "/acknowledgements", token).POST(BodyPublishers.noBody()));
    }

    Answer availability() throws IOException {
        return answer(to(url, "/availability/" + msn, token).GET());
    }

    /**
     * A number or code that nobody but Kvitt can read again. It is never written down here.
     *
     * @throws NotPossibleException when it cannot be a number or code
     */
    JsonNode seal(String kind, String value) throws IOException {
        var answer = answer(to(sealUrl, "/customers/seal", sealToken)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(Map.of("kind", kind, "value", value)))));
        if (answer.status() != OK) {
            LOG.warnf("Nothing was sealed: %s", answer.number());
            throw new NotPossibleException(
                    answer.status() == BAD_REQUEST
                            ? "Nobody was asked: this is no number or code."
                            : "Nobody was asked: Kvitt cannot take a number or code now.");
        }
        return answer.body();
    }

    /**
     * What the till is told, as server-sent events until somebody ends it.
     *
     * @param after the last event heard; empty for from now on
     */
    InputStream events(String tillId, String after) throws IOException {
        var request = to(url, "/tills/" + msn + "/" + tillId + "/events", token);
        if (!after.isEmpty()) {
            request.header("Last-Event-ID", after);
        }
        try {
            var answer = http.send(request.GET().build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != OK) {
                answer.body().close();
                throw new IOException("Kvitt tells " + tillId + " nothing: it answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private String sale(String saleId) {
        return "/sales/" + msn + "/" + saleId;
    }

    private HttpRequest.Builder to(URI base, String path, String token) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(ANSWER)
                .header("Authorization", "Bearer " + token)
                .header("Accept-Language", speech.language().tag());
    }

    private Answer answer(HttpRequest.Builder request) throws IOException {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), read(answer.body()));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** What a proxy says is not always JSON. */
    private JsonNode read(byte[] body) {
        try {
            var node = json.readTree(body);
            return node == null ? json.createObjectNode() : node;
        } catch (IOException e) {
            return json.createObjectNode();
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("stopped", e);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
