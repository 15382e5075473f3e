package dev.kvitt.system.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.local.stack.Secrets;
import dev.kvitt.local.stack.StackSecrets;
import dev.kvitt.system.StackUnderTest;
import dev.kvitt.system.operations.Operations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * R17 and I6: after a mixed run every service reads all its topics again, from the beginning, the ledger is made anew from them, and
 * nothing comes of it. Not in the usual run, see docs/reliability.md.
 *
 * <p>First in its run: what others leave behind is asked for at Vipps for many minutes, and nothing is at rest meanwhile.
 */
@Tag("reliability")
@Order(1)
class ReplayOfEverythingTest {

    private static final long SEED = Long.getLong("replay.seed", System.nanoTime() % 1_000_000);
    private static final int SALES = Integer.getInteger("replay.sales", 30);
    private static final int REFUNDS = 3;
    private static final int AT_ONCE = 10;
    private static final Duration IS_READ_WITHIN = Duration.ofMinutes(5);
    private static final Duration IS_QUIET_FOR = Duration.ofSeconds(5);
    private static final List<String> SERVICES =
            List.of("checkin-service", "payment-service", "capture-service", "receipt-service");

    /** What money and messages hang on; not when somebody last looked at Vipps. */
    private static final Map<String, String> TABLES = Map.of(
            "entity", "key || coalesce(state::text, '') || applied::text || parked",
            "parked", "key || event_id");

    private final World world = World.get();
    private final Operations operations = new Operations(world.stack);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void R17_all_topics_read_again_into_every_service_cause_no_write_at_Vipps_and_change_no_row() {
        System.out.println("replay: -Dreplay.seed=" + SEED + " -Dreplay.sales=" + SALES);
        var crowd = new Crowd(world, new Player(world));
        List<Played> sales;
        try (var load = new Load(world, crowd, new Random(SEED), AT_ONCE)) {
            load.goesOn(SALES, REFUNDS);
            sales = load.ends();
        }
        crowd.endsWell(sales);
        var rows = atRest();
        var since = world.vipps.now();

        for (var service : SERVICES) {
            var dry = done(service, begin(service, null));
            assertThat(dry.at("/notApplied/events").asLong()).as(service).isZero();
            var real = done(service, begin(service, dry.get("id").asText()));
            System.out.println("replay: " + service + " read " + real.get("read") + " messages again, applied "
                    + real.get("applied"));
            assertThat(real.get("read").asLong()).as(service).isGreaterThan(sales.size());
            assertThat(real.get("applied").asLong()).as(service).isZero();
        }
        rebuild(sales.size());

        assertThat(world.vipps.journal(each -> each.get("seq").asLong() > since && AtVipps.isWrite(each)))
                .as("writes at Vipps")
                .isEmpty();
        assertThat(rows).containsKeys("ledger sale", "ledger entry");
        assertThat(rows()).as("rows of the services and of the ledger").isEqualTo(rows);
        crowd.endsWell(sales);
    }

    /** And the new ledger is the live one afterwards. */
    private void rebuild(int sales) {
        var why = Map.of("reason", "to show that nothing comes of it");
        var path = "rebuilds/" + operations.post("rebuilds", why).get("id").asText();
        StackUnderTest.waitFor(
                () -> !List.of("reading", "folding")
                        .contains(operations.get(path).get("state").asText()),
                IS_READ_WITHIN);
        var ready = operations.get(path);
        System.out.println("replay: ledger made anew " + ready);
        assertThat(ready.get("state").asText()).isEqualTo("ready");
        assertThat(ready.get("read").asInt()).isGreaterThan(sales);
        assertThat(ready.get("sales").asInt()).isGreaterThanOrEqualTo(sales);
        assertThat(ready.at("/differences/sales").asInt(-1)).isZero();
        assertThat(ready.at("/differences/money")).isEmpty();
        var live = operations.rows("select live from ledger_state");
        assertThat(operations.post(path + "/swap", why).get("state").asText()).isEqualTo("swapped");
        assertThat(operations.rows("select live from ledger_state")).isNotEqualTo(live);
    }

    /** What was said and done is written: nothing changes any more. */
    private Map<String, String> atRest() {
        var last = new AtomicReference<>(rows());
        var changed = new ArrayList<String>();
        var quietSince = new AtomicLong(System.nanoTime());
        StackUnderTest.waitFor(
                () -> {
                    var now = rows();
                    var before = last.getAndSet(now);
                    if (!now.equals(before)) {
                        quietSince.set(System.nanoTime());
                        now.forEach((table, found) -> {
                            if (!found.equals(before.get(table))) {
                                changed.add(table + ": " + before.get(table) + " -> " + found);
                            }
                        });
                    }
                    return System.nanoTime() - quietSince.get() > IS_QUIET_FOR.toNanos();
                },
                IS_READ_WITHIN,
                () -> changed.size() + " changes, the last: "
                        + changed.subList(Math.max(0, changed.size() - 10), changed.size()));
        return last.get();
    }

    private Map<String, String> rows() {
        var all = new TreeMap<String, String>();
        for (var service : SERVICES) {
            var database = world.databases().get(service);
            try (var connection = world.server(database).admin().connect(database);
                    var sql = connection.createStatement()) {
                for (var table : TABLES.entrySet()) {
                    var found = sql.executeQuery(
                            "select count(*) || ' ' || coalesce(md5(string_agg(%1$s, ' ' order by key)), '') from %2$s"
                                    .formatted(table.getValue(), table.getKey()));
                    found.next();
                    all.put(service + " " + table.getKey(), found.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("the rows of " + service + " cannot be read", e);
            }
        }
        operations.ledger().forEach((table, found) -> all.put("ledger " + table, found));
        return all;
    }

    /** @param dryRunId the dry run whose findings are applied; null for a dry run */
    private String begin(String service, String dryRunId) {
        var order = new HashMap<String, Object>(Map.of(
                "from",
                "2020-01-01T00:00:00Z",
                "dryRun",
                dryRunId == null,
                "rate",
                10_000,
                "who",
                "system-test",
                "reason",
                "to show that nothing comes of it"));
        if (dryRunId != null) {
            order.put("dryRunId", dryRunId);
        }
        return call(service, "POST", "", order).get("id").asText();
    }

    private JsonNode done(String service, String id) {
        StackUnderTest.waitFor(
                () -> !call(service, "GET", "/" + id, Map.of())
                        .get("state")
                        .asText()
                        .equals("running"),
                IS_READ_WITHIN);
        var replay = call(service, "GET", "/" + id, Map.of());
        assertThat(replay.get("state").asText()).as(service).isEqualTo("done");
        assertThat(replay.get("read")).as(service).isEqualTo(replay.get("toRead"));
        return replay;
    }

    private JsonNode call(String service, String method, String path, Map<String, ?> body) {
        var context = world.stack.context();
        var token = new Secrets(context.data().secrets()).password(StackSecrets.OPERATORS_TOKEN);
        try {
            var request = HttpRequest.newBuilder(URI.create(context.ports().url(service) + "/operators/replays" + path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(mapper.writeValueAsString(body)))
                    .build();
            var answer = http.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode() / 100).as(answer.body()).isEqualTo(2);
            return mapper.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(service + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
