package dev.kvitt.operations.measure;

import static io.restassured.RestAssured.given;

import dev.kvitt.events.EventCodec;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Stories;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How fast the ledger is rebuilt. Measures only: {@code -Dledger.rate=SALES -Dtest=RebuildRateTest}. */
@OperationsTest
@EnabledIfSystemProperty(named = "ledger.rate", matches = "[0-9]+")
class RebuildRateTest {

    private static final int SALES = Integer.getInteger("ledger.rate", 0);

    @ConfigProperty(name = "kvitt.kafka.bootstrap")
    String bootstrap;

    @Test
    void measure() throws Exception {
        var messages = send();
        // The live ledger reads at the same time, so it is waited for: what is measured is the rebuild.
        Eventually.holds(
                Duration.ofMinutes(30),
                "the live ledger has all",
                () -> given().get("/api/sales?q=rate-" + SALES).asString().contains("\"settled\""));
        var id = given().contentType("application/json")
                .body("{\"reason\": \"measured\"}")
                .post("/api/rebuilds")
                .jsonPath()
                .getString("id");
        Eventually.holds(Duration.ofMinutes(30), "ready", () -> state(id).equals("ready"));
        var answer = given().get("/api/rebuilds/" + id).jsonPath();
        var took = Duration.between(Instant.parse(answer.getString("startedAt")), Instant.now());
        System.out.printf(
                "%d messages of %d sales rebuilt in %d ms: %d messages/s; differences %s%n",
                messages, SALES, took.toMillis(), messages * 1000L / took.toMillis(), answer.getString("differences"));
    }

    private static String state(String id) {
        return given().get("/api/rebuilds/" + id).jsonPath().getString("state");
    }

    private int send() throws Exception {
        var sent = new ArrayList<Future<RecordMetadata>>();
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap, "linger.ms", "20");
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (var number = 1; number <= SALES; number++) {
                for (var event : Stories.vending("123456", "rate-" + number).events()) {
                    var headers = new RecordHeaders();
                    EventCodec.headers(event)
                            .forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
                    var key = event.key().getBytes(StandardCharsets.UTF_8);
                    sent.add(producer.send(
                            new ProducerRecord<>(event.topic(), null, key, EventCodec.value(event.data()), headers)));
                }
            }
            for (var each : sent) {
                each.get();
            }
        }
        return sent.size();
    }
}
