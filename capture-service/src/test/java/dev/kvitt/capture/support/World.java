package dev.kvitt.capture.support;

import dev.kvitt.capture.fake.FakeVipps;
import dev.kvitt.capture.fake.TestKeys;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import jakarta.inject.Singleton;
import java.time.Duration;

/** All a test needs around the service. */
@Singleton
public class World {

    private static final String CUSTOMER = "customer-token-1";

    public final TestClock clock;
    public final Topic topic;
    public final FakeVipps vipps;
    public final TestKeys keys;
    public final OperationTable table;

    World(TestClock clock, Topic topic, FakeVipps vipps, TestKeys keys, OperationTable table) {
        this.clock = clock;
        this.topic = topic;
        this.vipps = vipps;
        this.keys = keys;
        this.table = table;
    }

    public void create(Sale sale) throws Exception {
        topic.send(sale.create(keys.seal(CUSTOMER), clock.instant()));
    }

    /** A sale whose customer has approved 50.00. */
    public Sale reserved(String id) throws Exception {
        var sale = new Sale(id);
        create(sale);
        result(sale, OperationId.Kind.CREATE, 1);
        vipps.approve(sale.reference().value());
        return sale;
    }

    public OperationResult result(Sale sale, OperationId.Kind kind, int number) {
        return topic.result(sale.operation(kind), number);
    }

    /** Lets so much time pass that what waits is due, once it waits; on a slow machine it may be done by then. */
    public void passUntilDue(Sale sale, Duration time) {
        Eventually.holds("nothing of " + sale.id() + " is under way", () -> table.count("task", underWay(sale)) == 0);
        clock.pass(time);
    }

    private static String underWay(Sale sale) {
        var oldest = "id = (select min(id) from task where key = '" + sale.msn() + "/" + sale.id() + "')";
        return oldest + " and (leased_until is not null or tries = 0)";
    }

    /** Waits until something was tried that now waits for its time, which is far off. */
    public void untilTried(Sale sale) {
        var waits = "key = '" + sale.msn() + "/" + sale.id() + "' and leased_until is null and tries > 0";
        Eventually.holds(sale.id() + " was tried", () -> table.count("task", waits) > 0);
    }

    /** Only the database's clock says how far the log is read, and no test can set that: what waits for the log is due by it. */
    public void untilTheLogIsRead(Sale sale) {
        var waits = "key = '" + sale.msn() + "/" + sale.id() + "' and after_log";
        Eventually.holds(sale.id() + " waits for the log", () -> table.count("timer", waits) == 1);
        table.update("update timer set due = now() where " + waits);
    }
}
