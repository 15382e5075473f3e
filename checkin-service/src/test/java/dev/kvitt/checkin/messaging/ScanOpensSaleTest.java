package dev.kvitt.checkin.messaging;

import static dev.kvitt.checkin.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.MovableClock;
import dev.kvitt.checkin.store.SealingKeys;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.events.Topics;
import dev.kvitt.events.UserFlow;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.events.seal.Unsealer;
import dev.kvitt.local.test.KvittTestResource;
import dev.kvitt.local.test.Scrape;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = KvittTestResource.class, initArgs = @ResourceArg(name = "service", value = "checkin"))
@QuarkusTestResource(CheckinWorld.class)
class ScanOpensSaleTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject
    MovableClock clock;

    @Inject
    Sealer sealer;

    @Inject
    SealingKeys keys;

    @Inject
    Tables tables;

    private final Broker broker = new Broker();

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void a_scan_opens_one_sale_with_all_that_the_registry_says_about_the_machine() throws Exception {
        var scan = scanned("qr-1");
        awaitPhase(scan, "OPENED");

        var opened = openings(scan);
        assertThat(opened).hasSize(1);
        var sale = opened.getFirst();
        assertThat(sale.sale().shopId()).isEqualTo("oslo-s");
        assertThat(sale.sale().tillId()).isEqualTo("machine-1");
        assertThat(sale.sale().qrId()).isEqualTo("qr-1");
        assertThat(sale.userFlow()).isEqualTo(UserFlow.WEB_REDIRECT);
        assertThat(sale.maxAmount()).isEqualTo(new Money(5000, Currency.NOK));
        assertThat(sale.selectSeconds()).isEqualTo(90);
        assertThat(sale.description()).isEqualTo("Vending machine purchase");
        assertThat(sale.scannedAt()).isEqualTo(scan.initiatedAt());
        assertThat(sale.validUntil()).isEqualTo(scan.initiatedAt().plusSeconds(120));
        assertThat(new Unsealer(keys::privateKeys).open(sale.customerToken())).contains(scan.token());
        assertThat(tables.holder("qr-1")).isEqualTo(scan.saleKey());
        isCounted("opened");
    }

    @Test
    void the_same_webhook_twice_opens_one_sale() throws Exception {
        var scan = scanned("qr-2");
        broker.publish(scan.checkedIn(sealer, clock.instant()));
        var behindIt = scanned("qr-2");
        awaitPhase(behindIt, "WAITING");
        assertThat(openings(scan)).hasSize(1);
    }

    @Test
    void a_scan_older_than_a_minute_opens_nothing() throws Exception {
        var old = TestScan.at("qr-3", clock.instant().minusSeconds(61));
        broker.publish(old.checkedIn(sealer, clock.instant()));
        awaitPhase(old, "DROPPED");
        assertThat(openings(old)).isEmpty();
        assertThat(tables.holder("qr-3")).isEmpty();
        assertThat(log()).contains("A scan of the code 123456/qr-3 is PT1M");
        isCounted("stale");
    }

    @Test
    void the_second_scanner_gets_a_sale_when_the_first_ones_is_over() throws Exception {
        var first = scanned("qr-4");
        var second = scanned("qr-4");
        awaitPhase(second, "WAITING");
        assertThat(openings(second)).isEmpty();

        broker.publish(first.ended(clock.instant()));
        awaitPhase(second, "OPENED");
        assertThat(openings(second)).hasSize(1);
        assertThat(tables.phase(first.saleKey())).isEqualTo("ENDED");
        assertThat(tables.holder("qr-4")).isEqualTo(second.saleKey());
        assertThat(tables.first("select count(*) from qr_waiting where qr_id = 'qr-4'"))
                .isEqualTo("0");
    }

    @Test
    void who_has_approved_a_sale_gets_no_second_one_for_having_scanned_twice() throws Exception {
        var first = scanned("4790000001", "qr-16");
        awaitPhase(first, "OPENED");
        var again = scanned("4790000001", "qr-16");
        var next = scanned("4790000002", "qr-16");
        awaitPhase(next, "WAITING");
        awaitPhase(again, "WAITING");

        broker.publish(first.authorized(clock.instant()));
        awaitPhase(again, "DROPPED");
        await().atMost(LIMIT)
                .until(() -> tables.first("select count(*) from task").equals("0"));
        broker.publish(first.ended(clock.instant()));
        awaitPhase(next, "OPENED");
        assertThat(openings(again)).isEmpty();
        assertThat(tables.first("select token || approved from qr_session where qr_id = 'qr-16'"))
                .as("the next customer's, who has not approved")
                .endsWith("false");
        isCounted("same-customer");
    }

    @Test
    void who_scans_again_after_approving_buys_once_more() throws Exception {
        var first = scanned("4790000001", "qr-19");
        awaitPhase(first, "OPENED");
        broker.publish(first.authorized(clock.instant()));
        await().atMost(LIMIT).until(() -> tables.first("select approved::text from qr_session where qr_id = 'qr-19'")
                .equals("true"));

        var again = scanned("4790000001", "qr-19");
        awaitPhase(again, "WAITING");
        broker.publish(first.ended(clock.instant()));
        awaitPhase(again, "OPENED");
    }

    @Test
    void a_second_scan_by_the_same_customer_gets_a_sale_when_the_first_was_not_approved() throws Exception {
        var first = scanned("4790000001", "qr-18");
        awaitPhase(first, "OPENED");
        var again = scanned("4790000001", "qr-18");
        awaitPhase(again, "WAITING");
        broker.publish(first.ended(clock.instant()));
        awaitPhase(again, "OPENED");
    }

    @Test
    void the_second_scanner_gets_nothing_when_the_first_took_longer_than_a_minute() throws Exception {
        var first = scanned("qr-5");
        var second = scanned("qr-5");
        awaitPhase(second, "WAITING");
        clock.advance(Duration.ofSeconds(61));
        awaitPhase(second, "DROPPED");

        broker.publish(first.ended(clock.instant()));
        awaitPhase(first, "ENDED");
        assertThat(openings(second)).isEmpty();
        assertThat(tables.holder("qr-5")).isEmpty();
        assertThat(tables.first("select count(*) from qr_waiting where qr_id = 'qr-5'"))
                .isEqualTo("0");
    }

    @Test
    void three_scanners_are_served_in_the_order_of_their_scans() throws Exception {
        var now = clock.instant();
        var first = scanned("qr-6");
        var third = TestScan.at("qr-6", now.minusSeconds(1));
        var second = TestScan.at("qr-6", now.minusSeconds(2));
        broker.publish(third.checkedIn(sealer, now));
        broker.publish(second.checkedIn(sealer, now));
        awaitPhase(second, "WAITING");

        broker.publish(first.ended(clock.instant()));
        awaitPhase(second, "OPENED");
        assertThat(tables.phase(third.saleKey())).isEqualTo("WAITING");
        broker.publish(second.ended(clock.instant()));
        awaitPhase(third, "OPENED");
    }

    @Test
    void a_sale_without_an_end_gives_its_code_up_to_a_new_scan() throws Exception {
        var stuck = scanned("qr-8");
        awaitPhase(stuck, "OPENED");
        clock.advance(Duration.ofMinutes(13).plusSeconds(1));
        var next = scanned("qr-8");
        awaitPhase(next, "OPENED");
        assertThat(openings(next)).hasSize(1);
        assertThat(log()).contains("The sale " + stuck.saleKey() + " has held its code");

        broker.publish(stuck.ended(clock.instant()));
        awaitPhase(stuck, "ENDED");
        assertThat(tables.holder("qr-8")).isEqualTo(next.saleKey());
    }

    @Test
    void news_of_a_payment_hold_the_code_for_as_long_as_it_may_still_be_approved() throws Exception {
        var asked = scanned("qr-12");
        awaitPhase(asked, "OPENED");
        clock.advance(Duration.ofMinutes(5));
        broker.publish(asked.requested(clock.instant()));
        awaitHeldFor("qr-12", asked, Duration.ofMinutes(10));
    }

    @Test
    void a_sale_that_a_restored_database_has_forgotten_gets_its_code_back() throws Exception {
        var forgotten = TestScan.at("qr-13", clock.instant().minusSeconds(90));
        broker.publish(forgotten.requested(clock.instant()));
        awaitPhase(forgotten, "OPENED");
        broker.publish(forgotten.checkedIn(sealer, clock.instant()));
        var next = scanned("qr-13");
        awaitPhase(next, "WAITING");
        assertThat(tables.holder("qr-13")).isEqualTo(forgotten.saleKey());
        assertThat(openings(forgotten)).isEmpty();
    }

    private void awaitHeldFor(String qrId, TestScan scan, Duration atLeast) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(tables.first("select held_until > '"
                        + clock.instant().plus(atLeast) + "' from qr_session where qr_id = '" + qrId
                        + "' and sale_key = '" + scan.saleKey() + "'"))
                .isEqualTo("t"));
    }

    @Test
    void scans_of_unknown_codes_and_closed_machines_open_nothing_and_leave_no_trace() throws Exception {
        var unknown = scanned("qr-of-another-system");
        var closed = scanned(CheckinWorld.CLOSED_QR);
        await().atMost(LIMIT).until(() -> log().contains("(2 such since the start)"));
        for (var scan : List.of(unknown, closed)) {
            assertThat(tables.first("select count(*) from entity where key = '" + scan.saleKey() + "'"))
                    .isEqualTo("0");
            assertThat(openings(scan)).isEmpty();
        }
        isCounted("ignored");
    }

    @Test
    void an_end_that_is_read_before_its_scan_keeps_the_scan_from_opening_anything() throws Exception {
        var scan = TestScan.at("qr-9", clock.instant());
        broker.publish(scan.ended(clock.instant()));
        awaitPhase(scan, "ENDED");
        broker.publish(scan.checkedIn(sealer, clock.instant()));
        var behindIt = scanned("qr-9");
        awaitPhase(behindIt, "OPENED");
        assertThat(openings(scan)).isEmpty();
    }

    @Test
    void a_scan_far_in_the_future_opens_a_sale_and_is_told() throws Exception {
        var scan = TestScan.at("qr-10", clock.instant().plusSeconds(300));
        broker.publish(scan.checkedIn(sealer, clock.instant()));
        awaitPhase(scan, "OPENED");
        assertThat(log()).contains("The scan of sale " + scan.saleKey() + " is dated");
    }

    @Test
    void the_customers_token_and_the_private_keys_are_in_clear_nowhere() throws Exception {
        var first = scanned("qr-11");
        var second = scanned("qr-11");
        awaitPhase(second, "WAITING");
        openings(first);

        var secrets = List.of(
                first.token(),
                second.token(),
                keys.privateKeys().getKeys().getFirst().toECKey().getD().toString(),
                CheckinWorld.INTERNAL_TOKEN);
        var metrics = RestAssured.get("/q/metrics").asString();
        assertThat(secrets).allSatisfy(secret -> {
            assertThat(log()).doesNotContain(secret);
            assertThat(metrics).contains("kvitt_outbox_waiting").doesNotContain(secret);
            assertThat(tables.everything()).isNotEmpty().noneMatch(row -> row.contains(secret));
            for (var topic : Topics.ALL) {
                assertThat(broker.messages(topic))
                        .noneMatch(message -> new String(message.value(), StandardCharsets.UTF_8).contains(secret));
            }
        });
    }

    /** @param number of the customer */
    private TestScan scanned(String number, String qrId) throws Exception {
        var scan = TestScan.of(number, qrId, clock.instant());
        broker.publish(scan.checkedIn(sealer, clock.instant()));
        return scan;
    }

    private TestScan scanned(String qrId) throws Exception {
        var scan = TestScan.at(qrId, clock.instant());
        broker.publish(scan.checkedIn(sealer, clock.instant()));
        return scan;
    }

    private void awaitPhase(TestScan scan, String phase) {
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(tables.phase(scan.saleKey())).isEqualTo(phase));
    }

    /** What was said about a scan's sale, after all that has been decided is also said. */
    private List<SaleOpenedByScan> openings(TestScan scan) {
        await().atMost(LIMIT)
                .until(() -> tables.first("select count(*) from outbox").equals("0"));
        return broker.events(Topics.CHECKIN_EVENTS, scan.saleKey()).stream()
                .map(event -> (SaleOpenedByScan) event.data())
                .toList();
    }

    private static void isCounted(String outcome) {
        Scrape.until("http://localhost:" + RestAssured.port, "kvitt_scans_total{outcome=\"%s\"}".formatted(outcome));
    }

    private static String log() throws Exception {
        var file = ConfigProvider.getConfig().getValue("quarkus.log.file.path", String.class);
        return Files.readString(Path.of(file));
    }
}
