package dev.kvitt.system.reliability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.local.stack.Secrets;
import dev.kvitt.local.stack.StackSecrets;
import dev.kvitt.system.StackUnderTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** The gateway's webhook registrations as Vipps has them. */
final class Registrations {

    /** For payments and for check-ins, at each of two sales units. */
    static final int NEEDED = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final World world;

    Registrations(World world) {
        this.world = world;
    }

    List<JsonNode> all() {
        return StreamSupport.stream(world.phone.get("/sandbox/v1/webhooks").spliterator(), false)
                .toList();
    }

    /** Of payments, not of check-ins. */
    static boolean isOfPayments(JsonNode registration) {
        return registration.get("events").toString().contains("authorized");
    }

    /** @return those that were wanted */
    List<JsonNode> await(Predicate<List<JsonNode>> wanted, String what) {
        var limit = Clock.systemUTC().instant().plus(PATIENCE);
        var now = all();
        while (!wanted.test(now)) {
            if (Clock.systemUTC().instant().isAfter(limit)) {
                throw new AssertionError("waited " + PATIENCE + " in vain until " + what + ": " + now);
            }
            StackUnderTest.waitUntil(Clock.systemUTC().instant().plus(BETWEEN_LOOKS));
            now = all();
        }
        return now;
    }

    /**
     * The gateway is reached under its other name from now on. As it cannot have the registrations of the old name deleted
     * while that fault lasts, Vipps tells everything about payments twice, once under each.
     */
    void overlap() {
        var ports = world.stack.context().ports();
        world.set("webhook-gateway", "KVITT_GATEWAY_PUBLIC_URL", "http://localhost:" + ports.of("webhook-gateway"));
        world.stack.kill("webhook-gateway");
        world.stack.restart("webhook-gateway");
        await(
                now -> now.stream().filter(Registrations::isOfPayments).count() == 4,
                "each of two sales units has two registrations");
    }

    /** Somebody deletes it at Vipps. */
    void delete(JsonNode registration) {
        var msn = registration.get("msn").asText();
        var secrets = new Secrets(world.stack.context().data().secrets());
        var key = secrets.password(StackSecrets.ofMerchant(msn, "subscription-key"));
        var token = call(
                        "POST",
                        "/accesstoken/get",
                        Map.of(
                                "client_id", secrets.password(StackSecrets.ofMerchant(msn, "client-id")),
                                "client_secret", secrets.password(StackSecrets.ofMerchant(msn, "client-secret")),
                                "Ocp-Apim-Subscription-Key", key))
                .replaceAll(".*\"access_token\":\"([^\"]*)\".*", "$1");
        call(
                "DELETE",
                "/webhooks/v1/webhooks/" + registration.get("id").asText(),
                Map.of(
                        "Authorization", "Bearer " + token,
                        "Ocp-Apim-Subscription-Key", key,
                        "Merchant-Serial-Number", msn));
    }

    private String call(String method, String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(
                        URI.create(world.stack.context().ports().url("vipps-sandbox") + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
