package dev.kvitt.payment.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A till that listens to server-sent events, as a browser would. */
public final class Listening implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final HttpResponse<Stream<String>> response;

    /** @param name of the event; empty for news */
    public record Heard(String id, String name, JsonNode data) {
        public String type() {
            return data.path("type").asText();
        }
    }

    /** @param lastEventId absent: from now on */
    public Listening(String url, String authorization, String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create(url)).header("Authorization", authorization);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    public int status() {
        return response.statusCode();
    }

    private void read() {
        var id = "";
        var name = "";
        var data = "";
        try {
            for (var line : (Iterable<String>) response.body()::iterator) {
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data += line.substring(5);
                } else if (line.isEmpty() && !data.isEmpty()) {
                    heard.add(new Heard(id, name, MAPPER.readTree(data)));
                    name = "";
                    data = "";
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (UncheckedIOException e) {
            // Closed by one of the two.
        }
    }

    /** The next of a type, leaving out what comes before it. */
    public Heard next(String type) {
        try {
            while (true) {
                var next = heard.poll(30, TimeUnit.SECONDS);
                if (next == null) {
                    throw new AssertionError("nothing of " + type + " was heard");
                }
                if (next.type().equals(type)) {
                    return next;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
