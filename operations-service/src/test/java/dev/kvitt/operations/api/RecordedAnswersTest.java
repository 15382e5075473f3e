package dev.kvitt.operations.api;

import static dev.kvitt.operations.support.Asking.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.domain.reconcile.Finding;
import dev.kvitt.operations.domain.reconcile.FindingKind;
import dev.kvitt.operations.store.reconcile.FindingRows;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.vipps.FakeVipps;
import dev.kvitt.operations.vipps.OurLedger;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The answers that the command line's tests are given are those that are given here. */
@OperationsTest
class RecordedAnswersTest {
    private static final Path RECORDED = Path.of("..", "cli", "src", "test", "resources", "api");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    OurLedger ours;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "kvitt.vipps.base-url")
    URI vippsAt;

    @BeforeEach
    void clear() {
        ours.clear();
    }

    @Test
    void findings_and_their_repair() throws IOException {
        JsonNode recorded = recorded("findings");
        var put = new ArrayList<Finding>();
        recorded.path("items").forEach(item -> put.add(finding(item)));
        transactions.run(connection -> {
            FindingRows.put(connection, UUID.randomUUID(), Instant.now(), put);
            return null;
        });

        for (JsonNode item : recorded.path("items")) {
            var answer = json(
                    as("viewer").get("/api/findings?kind=" + item.path("kind").asText()));
            assertThat(answer.path("items")).hasSize(1);
            var told = answer.path("items").get(0);
            assertThat(without(told, "id", "since")).isEqualTo(without(item, "id", "since"));
            var repair = "/api/findings/" + told.path("id").asText() + "/repair";
            var wish = Map.of("reason", "looked", "confirm", false);
            var proposal = json(as("operator").body(wish).post(repair));
            assertThat(proposal).isEqualTo(recorded(proposal.has("would") ? "repair-would" : "repair-refused"));
            if (proposal.has("would")) {
                var sent = Map.of("reason", "looked", "confirm", true, "command", "ask");
                assertThat(json(as("operator").body(sent).post(repair))).isEqualTo(recorded("repair-sent"));
            }
        }
    }

    @Test
    void reconciliations() throws IOException {
        try (var vipps = new FakeVipps(vippsAt)) {
            vipps.gate = new CountDownLatch(1);
            JsonNode begun = json(as("all").body("{}").post("/api/reconciliations"));
            JsonNode refused = json(as("all").body("{}").post("/api/reconciliations"));
            vipps.gate.countDown();

            assertThat(fields(begun)).isEqualTo(fields(recorded("reconciliation-running")));
            assertThat(without(refused, "id")).isEqualTo(without(recorded("reconciliation-refused"), "id"));
            assertThat(refused.path("id")).isEqualTo(begun.path("id"));
            String path = "/api/reconciliations/" + begun.path("id").asText();
            Eventually.holds("ended", () -> json(as("viewer").get(path)).has("finishedAt"));
            JsonNode done = json(as("viewer").get(path));
            assertThat(fields(done)).isEqualTo(fields(recorded("reconciliation-done")));
            assertThat(done.path("state").asText()).isEqualTo("done");
        }
    }

    private static Finding finding(JsonNode item) {
        return new Finding(
                FindingKind.ofCode(item.path("kind").asText()).orElseThrow(),
                item.path("msn").asText(),
                item.path("saleId").asText(),
                item.path("reference").asText(),
                item.path("pspReference").asText(),
                item.path("amount").path("currency").asText(),
                value(item.path("expected")),
                value(item.path("found")),
                Instant.now().truncatedTo(ChronoUnit.MICROS));
    }

    private static OptionalLong value(JsonNode amount) {
        return amount.isMissingNode()
                ? OptionalLong.empty()
                : OptionalLong.of(amount.path("value").asLong());
    }

    private static JsonNode recorded(String name) throws IOException {
        return JSON.readTree(Files.readString(RECORDED.resolve(name + ".json")));
    }

    private static JsonNode json(Response response) {
        try {
            return JSON.readTree(response.asString());
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + response.asString(), e);
        }
    }

    private static JsonNode without(JsonNode answer, String... names) {
        return answer.<ObjectNode>deepCopy().remove(List.of(names));
    }

    /** Their names, those of parts included, in the order in which they stand. */
    private static List<String> fields(JsonNode answer) {
        var names = new ArrayList<String>();
        answer.properties().forEach(field -> {
            names.add(field.getKey());
            names.addAll(fields(field.getValue()));
        });
        return names;
    }
}
