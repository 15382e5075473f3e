package dev.kvitt.system.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.local.demo.Addresses;
import dev.kvitt.local.demo.ChecklistFlow;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.local.stack.Progress;
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
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** H5: Vipps' go-live checklist is run on the packaged services, and its report can be handed in. */
class GoLiveTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void one_sale_of_each_kind_meets_every_line_that_a_ledger_can_show() {
        var sold = new ChecklistFlow()
                .run(Addresses.of(StackUnderTest.stack()), new Progress(System.out, Clock.systemUTC()));
        assertThat(sold).as("nothing is left reserved").isTrue();

        var list = new AtomicReference<JsonNode>();
        StackUnderTest.waitFor(
                () -> {
                    list.set(made());
                    return list.get().get("notMet").asInt() == 0;
                },
                PATIENCE,
                () -> "not met: " + notMet(list.get()));

        assertThat(list.get().get("met").asInt()).isGreaterThan(20);
        var report = report(list.get().get("id").asText());
        System.out.println(report);
        assertThat(report).contains("sandbox", " 0 not met", "till-1-").doesNotContain("**not met**");
    }

    private static List<String> notMet(JsonNode list) {
        return list.get("items")
                .valueStream()
                .filter(item -> item.get("outcome").asText().equals("not-met"))
                .map(item -> item.get("id").asText() + " (" + item.get("detail").asText() + ") " + item.get("examples"))
                .toList();
    }

    private JsonNode made() {
        var wish = HttpRequest.BodyPublishers.ofString("{\"msn\": \"" + Shop.MSN + "\"}");
        var answer =
                answer(request("").header("Content-Type", "application/json").POST(wish), 201);
        try {
            return JSON.readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String report(String id) {
        return answer(request("/" + id).header("Accept", "text/markdown"), 200);
    }

    private static HttpRequest.Builder request(String path) {
        var context = StackUnderTest.stack().context();
        var token = new Secrets(context.data().secrets()).password(StackSecrets.OPERATIONS_TOKEN);
        var url = context.ports().url("operations-service") + "/api/checklists" + path;
        return HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token);
    }

    private String answer(HttpRequest.Builder request, int status) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
