package dev.kvitt.operations.messaging;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Event;
import dev.kvitt.events.Msn;
import dev.kvitt.events.Quarantined;
import dev.kvitt.messaging.inbox.ConsumerLoop;
import dev.kvitt.messaging.inbox.ReadMarks;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.support.Eventually;
import dev.kvitt.operations.support.OperationsTest;
import dev.kvitt.operations.support.Stories;
import dev.kvitt.operations.support.Tables;
import dev.kvitt.operations.support.Told;
import dev.kvitt.operations.support.Topic;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@OperationsTest
class LedgerTest {

    private static final String MSN = "123456";
    private static final int LINES = 17;

    @Inject
    Topic topic;

    @Inject
    Tables tables;

    @Inject
    Ledger ledger;

    @Inject
    Transactions transactions;

    @ConfigProperty(name = "kvitt.kafka.bootstrap")
    String bootstrap;

    private String count(String table, String sale) {
        return tables.texts("select count(*) from " + table + " where key = '" + MSN + "/" + sale + "'")
                .getFirst();
    }

    private void untilWhole(String sale) {
        Eventually.holds(
                "all of " + sale + " is there",
                () -> count("message", sale).equals("" + LINES)
                        && given().get("/api/sales/" + MSN + "/" + sale)
                                .jsonPath()
                                .getString("sale.phase")
                                .equals("settled"));
    }

    @Test
    void what_is_told_again_changes_nothing() {
        topic.send(Stories.vending(MSN, "again-0001"));
        untilWhole("again-0001");
        var rows = tables.texts("select xmin || ' ' || s::text from sale s where key = '123456/again-0001'");
        topic.send(Stories.vending(MSN, "again-0001"));
        topic.send(Stories.vending(MSN, "again-0002"));
        untilWhole("again-0002");
        assertThat(count("message", "again-0001")).isEqualTo("" + LINES);
        // Not even written again.
        assertThat(tables.texts("select xmin || ' ' || s::text from sale s where key = '123456/again-0001'"))
                .isEqualTo(rows);
    }

    @Test
    void a_restored_database_reads_again_what_it_forgot() {
        topic.send(Stories.vending(MSN, "restored-0001"));
        untilWhole("restored-0001");
        var before = tables.texts("select s::text from sale s where key = '123456/restored-0001'");
        tables.run(
                "update consumed_offset set next_offset = 0",
                "delete from message where key = '123456/restored-0001'",
                "delete from sale where key = '123456/restored-0001'",
                "delete from entry where key = '123456/restored-0001'");
        untilWhole("restored-0001");
        assertThat(tables.texts("select s::text from sale s where key = '123456/restored-0001'"))
                .isEqualTo(before);
        assertThat(count("entry", "restored-0001")).isEqualTo("6");
    }

    @Test
    void two_processes_that_read_parts_of_the_same_sales_write_them_whole() {
        var seed = System.nanoTime();
        System.out.println("partitions by seed " + seed);
        var random = new Random(seed);
        Map<String, Object> config = Map.of("bootstrap.servers", bootstrap, "group.id", "operations-service");
        var marks = new ReadMarks(transactions, InstantSource.system(), ledger.topics());
        try (var other = new ConsumerLoop(config, ledger, transactions, marks)) {
            other.start();
            Eventually.holds("the other has partitions", other::ready);
            for (var number = 10; number < 40; number++) {
                for (var event : Stories.vending(MSN, "spread-" + number).events()) {
                    topic.send(event, random.nextInt(4));
                }
            }
            for (var number = 10; number < 40; number++) {
                untilWhole("spread-" + number);
            }
        }
        assertThat(tables.texts("select sum(amount) from entry where key like '123456/spread-%'"))
                .containsExactly("0");
    }

    @Test
    void what_is_in_quarantine_is_known() {
        var data = new Quarantined("payment-service", "pos.sales", 0, 4711, "not JSON", null);
        var told = new Told(new Msn(MSN)).say(data).events().getFirst();
        topic.send(new Event<>(told.id(), told.source(), told.time(), null, null, data));
        Eventually.holds("it is known", () -> tables.texts("select reason from quarantined where \"offset\" = 4711")
                .contains("not JSON"));
    }
}
