package dev.kvitt.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.text.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The HTTP API of operations-service. */
public final class Api {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final long LARGEST_ANSWER = 64L << 20;
    private static final int PAGE = 500;

    private final Address address;
    private final Duration timeout;
    private final HttpClient client;

    /**
     * That service.
     *
     * @param timeout for one answer
     */
    public Api(Address address, Duration timeout) {
        this.address = address;
        this.timeout = timeout;
        // Never followed: the token is for this address and no other.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /** The answer's JSON. */
    public JsonNode ask(Call call) {
        byte[] body = send(call, "application/json");
        if (body.length == 0 && call.changes()) {
            return Json.object();
        }
        return Json.read(body).orElseThrow(() -> Failure.notUnderstood(call.path() + " gave no JSON"));
    }

    /** The answer as text of another type than JSON, for example {@code text/csv}. */
    public String text(Call call, String type) {
        return new String(send(call, type), StandardCharsets.UTF_8);
    }

    /**
     * The items of a list, page by page.
     *
     * @param most how many are wanted
     */
    public Items items(Call call, int most) {
        List<JsonNode> items = new ArrayList<>();
        Set<String> away = new TreeSet<>();
        String after = null;
        while (true) {
            JsonNode page =
                    ask(call.with("limit", Math.min(PAGE, most - items.size())).with("after", after));
            if (!page.path("items").isArray()) {
                throw Failure.notUnderstood(call.path() + " gave no items");
            }
            page.path("items").forEach(items::add);
            page.path("away").forEach(service -> away.add(service.asText()));
            String next = page.path("next").asText("");
            if (next.isEmpty() || next.equals("null")) {
                return new Items(items, false, page, List.copyOf(away));
            }
            if (next.equals(after) || page.path("items").isEmpty()) {
                throw Failure.notUnderstood(call.path() + " has a list without an end");
            }
            if (items.size() >= most) {
                return new Items(items, true, page, List.copyOf(away));
            }
            after = next;
        }
    }

    private byte[] send(Call call, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.base() + call.path()))
                .timeout(timeout)
                .header("Accept", type)
                .header("Authorization", "Bearer " + address.token());
        call.body().ifPresent(body -> request.header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.line(body))));
        try {
            HttpResponse<byte[]> response =
                    client.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER));
            if (response.statusCode() / 100 != 2) {
                throw Refusal.of(call, response.statusCode(), response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw Silence.of(address, call, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Silence.of(address, call, new IOException("interrupted", e));
        }
    }

    @Override
    public String toString() {
        return "Api[" + address + "]";
    }
}
