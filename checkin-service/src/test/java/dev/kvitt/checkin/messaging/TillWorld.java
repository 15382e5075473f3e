package dev.kvitt.checkin.messaging;

import static dev.kvitt.checkin.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.MovableClock;
import dev.kvitt.checkin.store.SealingKeys;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerIdentified;
import dev.kvitt.events.CustomerRemembered;
import dev.kvitt.events.Event;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.events.seal.Unsealer;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A till, its customers, and what this service says about them. */
@Dependent
class TillWorld {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    final MovableClock clock;
    private final Sealer sealer;
    private final SealingKeys keys;
    private final Tables tables;
    private final Broker broker = new Broker();

    TillWorld(MovableClock clock, Sealer sealer, SealingKeys keys, Tables tables) {
        this.clock = clock;
        this.sealer = sealer;
        this.keys = keys;
        this.tables = tables;
    }

    @PreDestroy
    void close() {
        broker.close();
    }

    Instant now() {
        return clock.instant();
    }

    TestSale sale(int till) {
        return TestSale.at(till, now().plusSeconds(600));
    }

    void publish(Event<?> event) throws Exception {
        broker.publish(event);
    }

    /** What the till said is applied when this returns. */
    void open(TestSale sale) throws Exception {
        publish(sale.opened(now()));
        awaitState(sale.key(), "told", "true");
    }

    TestScan scan(String number, int till) throws Exception {
        var scan = TestScan.of(number, "till-qr-" + till, now());
        publish(scan.checkedIn(sealer, now()));
        awaitState(scan.saleKey(), "checkInId", scan.checkInId().toString());
        return scan;
    }

    void awaitNeed(TestSale sale, String need) {
        awaitState(sale.key(), "need", need);
    }

    void awaitState(String key, String field, String value) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(
                        tables.first("select state ->> '" + field + "' from entity where key = '" + key + "'"))
                .isEqualTo(value));
    }

    void awaitCode(int till, String jsonPath, String value) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(code(till, jsonPath)).isEqualTo(value));
    }

    /** @param jsonPath into what stands at the till's code, such as {@code {scans,0}} */
    String code(int till, String jsonPath) {
        return tables.first("select state #>> '" + jsonPath + "' from till_code where qr_id = 'till-qr-" + till + "'");
    }

    void awaitNoTasks() {
        await().atMost(LIMIT)
                .until(() -> tables.first("select count(*) from task").equals("0"));
    }

    List<CustomerIdentified> awaitIdentified(TestSale sale, int times) {
        await().atMost(LIMIT).until(() -> identified(sale).size() >= times);
        return identified(sale);
    }

    CustomerRemembered awaitRemembered(TestSale sale) {
        await().atMost(LIMIT).until(() -> !remembered(sale).isEmpty());
        return remembered(sale).getFirst();
    }

    List<CustomerRemembered> remembered(TestSale sale) {
        return said(sale).stream()
                .map(event -> (CustomerRemembered) event.data())
                .toList();
    }

    /** What was said about a sale, after all that has been decided is also said. */
    List<CustomerIdentified> identified(TestSale sale) {
        return said(sale).stream()
                .map(event -> (CustomerIdentified) event.data())
                .toList();
    }

    private List<? extends Event<?>> said(TestSale sale) {
        await().atMost(LIMIT)
                .until(() -> tables.first("select count(*) from outbox").equals("0"));
        return broker.events(Topics.CHECKIN_EVENTS, sale.key());
    }

    Customer customer(Customer.Kind kind, String clear) {
        return Customer.sealed(kind, sealer.seal(clear));
    }

    String clear(Customer customer) {
        return new Unsealer(keys::privateKeys).open(customer.value()).orElseThrow();
    }
}
