package dev.kvitt.operations.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import dev.kvitt.events.Event;
import dev.kvitt.events.Msn;
import dev.kvitt.events.Quarantined;
import dev.kvitt.operations.support.AnySale;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Stories;
import dev.kvitt.operations.support.Tables;
import dev.kvitt.operations.support.Told;
import dev.kvitt.operations.support.Topic;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OperationsTest
class RebuildTest {

    private static final String MSN = "123456";
    private static final long SEED = Long.getLong("ledger.seed", System.nanoTime());
    private static final String WHY = "{\"reason\": \"a test\"}";

    @Inject
    Topic topic;

    @Inject
    Tables tables;

    private static ValidatableResponse post(String path) {
        return given().contentType("application/json")
                .body(WHY)
                .post("/api/rebuilds" + path)
                .then();
    }

    private static String begin() {
        return post("").statusCode(202).extract().jsonPath().getString("id");
    }

    private static String state(String id) {
        return given().get("/api/rebuilds/" + id).jsonPath().getString("state");
    }

    private static void ready(String id) {
        Eventually.holds("the rebuild is ready", () -> state(id).equals("ready"));
    }

    private static void whole(String sale, String phase) {
        Eventually.holds(
                sale + " is " + phase,
                () -> phase.equals(
                        given().get("/api/sales/" + MSN + "/" + sale).jsonPath().getString("sale.phase")));
    }

    /** Other tests write rows that no topic knows of. */
    @BeforeEach
    void takeTheLedgerFromTheTopics() {
        var id = begin();
        ready(id);
        post("/" + id + "/swap").statusCode(200);
    }

    /** In every row, once both have read what was sent. */
    private void bothHaveTheSame() {
        try {
            Eventually.holds("both have the same", () -> tables.differences().isEmpty());
        } catch (AssertionError e) {
            assertThat(tables.differences()).as(e.getMessage()).isEmpty();
        }
    }

    @AfterEach
    void giveUp() {
        tables.run("update rebuild set state = 'given-up', finished_at = now() where finished_at is null");
    }

    private void tellAllSorts(String prefix) {
        topic.send(Stories.vending(MSN, prefix + "-0001"));
        topic.send(Stories.refunded(MSN, prefix + "-0002"));
        topic.send(Stories.secondAttempt(MSN, prefix + "-0003"));
        topic.send(Stories.declined(MSN, prefix + "-0004"));
        topic.send(Stories.refused(MSN, prefix + "-0005"));
        topic.send(Stories.parked(MSN, prefix + "-0006"));
        topic.send(Stories.vending(MSN, prefix + "-0001"));
        topic.send(Stories.poison(MSN, prefix + "-0007"));
        topic.send("pos.sales", "nobody", Map.of(), "no json".getBytes(StandardCharsets.UTF_8));
        topic.send(Stories.vending(MSN, prefix + "-0007"));
        tellInAnyOrder(prefix);
        whole(prefix + "-0006", "reserved");
        whole(prefix + "-0007", "settled");
    }

    /** Sales of any course, some of their messages twice, and each where it happens to come. */
    private void tellInAnyOrder(String prefix) {
        System.out.println("sales with -Dledger.seed=" + SEED);
        var random = new Random(SEED);
        var events = new ArrayList<Event<?>>();
        for (var number = 0; number < 20; number++) {
            events.addAll(AnySale.of(MSN, prefix + "-any-" + number, random).events());
        }
        for (var extra = events.size() / 5; extra > 0; extra--) {
            events.add(events.get(random.nextInt(events.size())));
        }
        Collections.shuffle(events, random);
        events.forEach(event -> topic.send(event));
        var quarantined = new Quarantined("payment-service", "pos.sales", 0, random.nextInt(1000), "not JSON", null);
        var told = new Told(new Msn(MSN)).say(quarantined).events().getFirst();
        topic.send(new Event<>(told.id(), told.source(), told.time(), null, null, quarantined));
        Eventually.holds("all is read", () -> topic.sent().entrySet().stream().allMatch(this::isRead));
    }

    private boolean isRead(Map.Entry<TopicPartition, Long> sent) {
        var partition = sent.getKey();
        var read = tables.texts("select next_offset from consumed_offset where topic = '" + partition.topic()
                + "' and partition = " + partition.partition());
        return !read.isEmpty() && Long.parseLong(read.getFirst()) >= sent.getValue();
    }

    @Test
    void a_rebuilt_ledger_is_the_same_in_every_row_and_takes_over_without_missing_anything() {
        tellAllSorts("same");
        var id = begin();
        post("").statusCode(409).body("code", equalTo("one-at-a-time"));
        ready(id);
        assertThat(tables.differences()).isEmpty();
        given().get("/api/rebuilds/" + id)
                .then()
                .body("differences.sales", equalTo(0))
                .body("differences.money.size()", equalTo(0));
        // What comes in while it is ready comes into both.
        topic.send(Stories.vending(MSN, "same-0008"));
        bothHaveTheSame();
        post("/" + id + "/swap").statusCode(200).body("state", equalTo("swapped"));
        topic.send(Stories.vending(MSN, "same-0009"));
        whole("same-0008", "settled");
        whole("same-0009", "settled");
        whole("same-0007", "settled");
        post("/" + id + "/swap").statusCode(409).body("code", equalTo("not-ready"));
        post("/" + id + "/give-up").statusCode(409).body("code", equalTo("over"));

        var next = begin();
        ready(next);
        bothHaveTheSame();
        post("/" + next + "/swap").statusCode(200);
        whole("same-0009", "settled");
    }

    @Test
    void what_the_live_ledger_has_wrong_is_shown_before_anybody_swaps() {
        tellAllSorts("wrong");
        var live = tables.texts("select live from ledger_state").getFirst();
        tables.run("update " + live + ".sale set captured = 2000 where key = '123456/wrong-0001'");
        var id = begin();
        ready(id);
        given().get("/api/rebuilds/" + id)
                .then()
                .body("differences.sales", equalTo(1))
                .body("differences.money[0].currency", equalTo("NOK"))
                .body("differences.money[0].captured", equalTo(1000));
        post("/" + id + "/swap").statusCode(200);
        given().get("/api/sales/" + MSN + "/wrong-0001").then().body("sale.captured.value", equalTo(3000));
    }

    @Test
    void opposite_differences_do_not_hide_each_other() {
        tellAllSorts("apart");
        var live = tables.texts("select live from ledger_state").getFirst();
        tables.run(
                "update " + live + ".sale set captured = captured + 100 where key = '123456/apart-0001'",
                "update " + live + ".sale set captured = captured - 100 where key = '123456/apart-0002'",
                "update " + live + ".payment set refunded = refunded + 70 where key = '123456/apart-0003'",
                "update " + live
                        + ".entry set amount = amount + 30 where key = '123456/apart-0001' and account = 'merchant'");
        var id = begin();
        ready(id);
        given().get("/api/rebuilds/" + id)
                .then()
                .body("differences.sales", equalTo(3))
                .body("differences.lost", equalTo(0))
                .body("differences.money[0].captured", equalTo(0))
                .body("differences.money[0].apart", equalTo(200));
    }

    @Test
    void what_kafka_has_deleted_is_carried_over_and_nothing_is_lost() {
        tellAllSorts("kept");
        topic.forget();
        topic.send(Stories.vending(MSN, "kept-0008"));
        whole("kept-0008", "settled");
        var id = begin();
        ready(id);
        given().get("/api/rebuilds/" + id)
                .then()
                .body("carried", greaterThan(100))
                .body("differences.sales", equalTo(0))
                .body("differences.lost", equalTo(0));
        assertThat(tables.differences()).isEmpty();
        post("/" + id + "/swap").statusCode(200);
        whole("kept-0001", "settled");
        whole("kept-0008", "settled");
        // What was carried is carried again.
        var next = begin();
        ready(next);
        bothHaveTheSame();
    }

    @Test
    void one_that_was_away_until_kafka_had_deleted_what_it_lacks_is_not_swapped_in() {
        tellAllSorts("away");
        var id = begin();
        ready(id);
        // Its process is gone, and nobody takes it up for a while.
        tables.run("update rebuild set owner = gen_random_uuid(), owned_until = now() + interval '1 hour' where id = '"
                + id + "'");
        topic.send(Stories.vending(MSN, "away-0008"));
        whole("away-0008", "settled");
        topic.forget();
        tables.run("update rebuild set owned_until = now() where id = '" + id + "'");
        Eventually.holds("it is over", () -> state(id).equals("failed"));
        post("/" + id + "/swap").statusCode(409).body("code", equalTo("not-ready"));
        whole("away-0008", "settled");
    }

    @Test
    void one_that_lacks_a_message_is_not_swapped_in() {
        tellAllSorts("lacks");
        var id = begin();
        ready(id);
        tables.run("update rebuild set differences = '{\"sales\": 0, \"lost\": 1, \"money\": []}' where id = '" + id
                + "'");
        post("/" + id + "/swap").statusCode(409).body("code", equalTo("not-ready"));
    }

    @Test
    void what_only_the_database_refuses_stops_neither_ledger_and_leaves_both_the_same() {
        for (var ledger : List.of("ledger_a", "ledger_b")) {
            tables.run("alter table " + ledger + ".sale add constraint no_cursed_till check (till_id <> 'cursed')");
        }
        try {
            tellAllSorts("refused");
            topic.send(Stories.parkedAt("cursed", MSN, "refused-0011"));
            topic.send(Stories.vending(MSN, "refused-0012"));
            whole("refused-0012", "settled");
            Eventually.holds("it is kept as one that nobody can read", () -> tables.texts("select unreadable from "
                            + tables.texts("select live from ledger_state").getFirst()
                            + ".message where key = '123456/refused-0011'")
                    .toString()
                    .contains("could not keep"));
            ready(begin());
            bothHaveTheSame();
        } finally {
            for (var ledger : List.of("ledger_a", "ledger_b")) {
                tables.run("alter table " + ledger + ".sale drop constraint no_cursed_till");
            }
        }
    }

    @Test
    void one_that_was_given_up_leaves_nothing_in_the_next() {
        tellAllSorts("given-up");
        var first = begin();
        ready(first);
        post("/" + first + "/give-up").statusCode(200).body("state", equalTo("given-up"));
        var target = tables.texts("select target from rebuild where id = '" + first + "'")
                .getFirst();
        tables.run("insert into " + target
                + ".quarantined values ('nobody', 'pos.sales', 0, 99999, 'of the one before', now(), null)");
        var second = begin();
        ready(second);
        bothHaveTheSame();
    }

    @Test
    void another_process_goes_on_where_one_that_died_stood() {
        tellAllSorts("died");
        var target = tables.texts(
                        "select case live when 'ledger_a' then 'ledger_b' else 'ledger_a' end from ledger_state")
                .getFirst();
        var id = java.util.UUID.randomUUID().toString();
        // It had cleared the target and read nothing, and has an hour left.
        tables.run(
                "delete from rebuild_offset",
                "delete from " + target + ".message",
                "delete from " + target + ".sale",
                "delete from " + target + ".payment",
                "delete from " + target + ".money_event",
                "delete from " + target + ".operation",
                "delete from " + target + ".entry",
                "delete from " + target + ".quarantined",
                "insert into rebuild (id, state, target, asked_by, reason, started_at, cleared, owner, owned_until)"
                        + " values ('"
                        + id + "', 'reading', '" + target + "', 'test', 'test', now(), true, gen_random_uuid(),"
                        + " now() + interval '1 hour')");
        assertThat(state(id)).isEqualTo("reading");
        tables.run("update rebuild set owned_until = now() where id = '" + id + "'");
        ready(id);
        bothHaveTheSame();
    }

    @Test
    void a_reason_is_wanted() {
        given().contentType("application/json")
                .body("{}")
                .post("/api/rebuilds")
                .then()
                .statusCode(400)
                .body("code", equalTo("no-reason"));
        given().get("/api/rebuilds/nonsense").then().statusCode(404).body("code", equalTo("no-such-rebuild"));
    }
}
