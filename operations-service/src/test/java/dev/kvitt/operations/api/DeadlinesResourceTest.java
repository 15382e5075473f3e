package dev.kvitt.operations.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.kvitt.operations.Windows;
import dev.kvitt.operations.store.Deadlines;
import dev.kvitt.operations.store.LedgerTransactions;
import dev.kvitt.operations.support.OperationsTest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board, over a ledger whose rows are written by hand. */
@OperationsTest
class DeadlinesResourceTest {

    private static final String NORWAY = "765430";
    private static final String DENMARK = "765431";

    @Inject
    LedgerTransactions ledger;

    @Inject
    InstantSource clock;

    @Inject
    Deadlines deadlines;

    @Inject
    Windows windows;

    @Inject
    MeterRegistry meters;

    private Instant now;

    @BeforeEach
    void fill() {
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        ledger.write(connection -> {
            sale(connection, NORWAY, "dl-soon", "NOK", 4900, 0, "reserved", true, now.minus(6, ChronoUnit.DAYS));
            payment(
                    connection,
                    NORWAY,
                    "dl-soon",
                    "NOK",
                    "AUTHORIZED",
                    4900,
                    0,
                    0,
                    now.minus(6, ChronoUnit.DAYS),
                    true);
            sale(connection, DENMARK, "dl-late", "DKK", 10000, 2500, "captured", true, now.minus(20, ChronoUnit.DAYS));
            payment(
                    connection,
                    DENMARK,
                    "dl-late",
                    "DKK",
                    "AUTHORIZED",
                    10000,
                    2500,
                    500,
                    now.minus(20, ChronoUnit.DAYS),
                    false);
            sale(connection, NORWAY, "dl-settled", "NOK", 4900, 4900, "settled", true, now.minus(9, ChronoUnit.DAYS));
            payment(
                    connection,
                    NORWAY,
                    "dl-settled",
                    "NOK",
                    "AUTHORIZED",
                    4900,
                    4900,
                    0,
                    now.minus(9, ChronoUnit.DAYS),
                    true);
            sale(connection, NORWAY, "dl-ended", "NOK", 4900, 0, "cancelled", true, now.minus(9, ChronoUnit.DAYS));
            payment(
                    connection,
                    NORWAY,
                    "dl-ended",
                    "NOK",
                    "TERMINATED",
                    4900,
                    0,
                    0,
                    now.minus(9, ChronoUnit.DAYS),
                    true);
            sale(connection, NORWAY, "dl-untold", "NOK", 3000, 3000, "settled", false, now.minus(1, ChronoUnit.HOURS));
            sale(connection, NORWAY, "dl-being-told", "NOK", 3000, 3000, "settled", false, now);
            sale(connection, NORWAY, "dl-gone", "NOK", 2000, 0, "uncollectable", true, now.minus(2, ChronoUnit.HOURS));
            sale(
                    connection,
                    NORWAY,
                    "dl-long-gone",
                    "NOK",
                    2000,
                    0,
                    "uncollectable",
                    true,
                    now.minus(31, ChronoUnit.DAYS));
            commanded(connection);
            sale(connection, NORWAY, "dl-anothers", "NOK", 4900, 0, "reserved", true, now.minus(6, ChronoUnit.DAYS));
            payment(
                    connection,
                    NORWAY,
                    "dl-anothers",
                    "NOK",
                    "AUTHORIZED",
                    4900,
                    0,
                    0,
                    now.minus(6, ChronoUnit.DAYS),
                    true);
            return null;
        });
    }

    /** What is there so far, we have asked for. */
    private static void commanded(Connection connection) throws SQLException {
        try (var insert = connection.createStatement()) {
            insert.executeUpdate(
                    """
                    insert into operation (key, operation_id, reference, kind)
                    select key, reference || '-create-1', reference, 'CREATE' from payment where msn in ('%s', '%s')"""
                            .formatted(NORWAY, DENMARK));
        }
    }

    @AfterEach
    void empty() {
        ledger.write(connection -> {
            try (var delete = connection.createStatement()) {
                delete.executeUpdate(
                        "delete from operation where split_part(key, '/', 1) in ('" + NORWAY + "', '" + DENMARK + "')");
                delete.executeUpdate("delete from payment where msn in ('" + NORWAY + "', '" + DENMARK + "')");
                delete.executeUpdate("delete from sale where msn in ('" + NORWAY + "', '" + DENMARK + "')");
            }
            return null;
        });
    }

    private static void sale(
            Connection connection,
            String msn,
            String saleId,
            String currency,
            long authorized,
            long captured,
            String phase,
            boolean acknowledged,
            Instant authorizedAt)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into sale (key, msn, sale_id, shop_id, till_id, currency, amount, authorized, captured, cancelled,
                    refunded, phase, attempts, reference, authorized_at, first_at, last_at, handed_over, receipt, acknowledged)
                values (?, ?, ?, 'oslo-s', 'till-1', ?, ?, ?, ?, 0, 0, ?, 1, ?, ?, ?, ?, false, 'none', ?)""")) {
            var n = 1;
            insert.setString(n++, msn + "/" + saleId);
            insert.setString(n++, msn);
            insert.setString(n++, saleId);
            insert.setString(n++, currency);
            insert.setLong(n++, authorized);
            insert.setLong(n++, authorized);
            insert.setLong(n++, captured);
            insert.setString(n++, phase);
            insert.setString(n++, saleId + "-1");
            for (var times = 0; times < 3; times++) {
                insert.setObject(n++, authorizedAt.atOffset(ZoneOffset.UTC));
            }
            insert.setBoolean(n, acknowledged);
            insert.executeUpdate();
        }
    }

    private static void payment(
            Connection connection,
            String msn,
            String saleId,
            String currency,
            String state,
            long authorized,
            long captured,
            long cancelled,
            Instant at,
            boolean guaranteed)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into payment (msn, reference, key, attempt, state, currency, amount, authorized, captured, cancelled,
                    refunded, created_at, authorized_at, last_event_at, capture_guaranteed_until)
                values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)""")) {
            var n = 1;
            insert.setString(n++, msn);
            insert.setString(n++, saleId + "-1");
            insert.setString(n++, msn + "/" + saleId);
            insert.setString(n++, state);
            insert.setString(n++, currency);
            insert.setLong(n++, authorized);
            insert.setLong(n++, authorized);
            insert.setLong(n++, captured);
            insert.setLong(n++, cancelled);
            for (var times = 0; times < 3; times++) {
                insert.setObject(n++, at.atOffset(ZoneOffset.UTC));
            }
            var until = at.plus(7, ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
            insert.setObject(n, guaranteed ? until : null);
            insert.executeUpdate();
        }
    }

    private static List<String> sales(String query) {
        return given().get("/api/deadlines?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.saleId");
    }

    @Test
    void the_board_says_what_will_not_wait_and_until_when() {
        given().get("/api/deadlines?msn=" + NORWAY)
                .then()
                .statusCode(200)
                .body("items.saleId", contains("dl-gone", "dl-untold", "dl-soon"))
                .body("items.why", contains("delivered-not-collectable", "paid-till-does-not-know", "reserved"))
                .body("items.reserved.value", contains(2000, 3000, 4900))
                .body("items[2].reference", equalTo("dl-soon-1"))
                .body("items[2].shop", equalTo("oslo-s"))
                .body(
                        "items[2].captureGuaranteedUntil",
                        equalTo(now.plus(1, ChronoUnit.DAYS).toString()))
                .body(
                        "items[2].marketDeadline",
                        equalTo(now.plus(174, ChronoUnit.DAYS).toString()))
                .body("items[2].since", equalTo(now.minus(6, ChronoUnit.DAYS).toString()))
                .body("totals", hasSize(3))
                .body("totals.why", contains("delivered-not-collectable", "paid-till-does-not-know", "reserved"))
                .body("totals.count", contains(1, 1, 1))
                .body("totals.money.value", contains(2000, 3000, 4900))
                .body("next", nullValue());
    }

    @Test
    void elsewhere_a_reservation_ends_after_a_fortnight() {
        given().get("/api/deadlines?msn=" + DENMARK)
                .then()
                .body("items", hasSize(1))
                .body("items[0].reserved.value", equalTo(7000))
                .body("items[0].reserved.currency", equalTo("DKK"))
                .body("items[0].captureGuaranteedUntil", nullValue())
                .body(
                        "items[0].marketDeadline",
                        equalTo(now.minus(6, ChronoUnit.DAYS).toString()));
    }

    @Test
    void the_nearest_comes_first_page_by_page() {
        var all = sales("limit=500").stream()
                .filter(sale -> sale.startsWith("dl-"))
                .toList();
        assertThat(all).containsExactly("dl-late", "dl-gone", "dl-untold", "dl-soon");

        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = given().get("/api/deadlines?limit=1" + next).jsonPath();
            found.addAll(page.getList("items.saleId"));
            next = page.getString("next") == null ? "" : "&after=" + page.getString("next");
        } while (!next.isEmpty());
        assertThat(found).containsSubsequence(all).doesNotHaveDuplicates();
    }

    @Test
    void nonsense_is_told() {
        given().get("/api/deadlines?after=nonsense").then().statusCode(400).body("code", equalTo("bad-after"));
        given().get("/api/deadlines?limit=501").then().statusCode(400).body("code", equalTo("bad-limit"));
    }

    @Test
    void sums_are_for_an_alert_before_it_is_late() {
        var sums = ledger.read(connection -> deadlines.sums(connection, windows.all(), now.plusSeconds(1)));

        assertThat(sums.board()).anySatisfy(total -> {
            assertThat(total.why()).isEqualTo("reserved");
            assertThat(total.currency()).isEqualTo("DKK");
            assertThat(total.money()).isEqualTo(7000);
        });
        assertThat(sums.near()).anySatisfy(total -> {
            assertThat(total.why()).isEqualTo("reserved");
            assertThat(total.currency()).isEqualTo("NOK");
            assertThat(total.money()).isEqualTo(4900);
        });
        assertThat(meters.find("kvitt.deadlines.minor.units")
                        .tags("why", "reserved", "currency", "DKK")
                        .gauge()
                        .value())
                .isNotNaN();
        assertThat(meters.find("kvitt.deadlines.near.minor.units").gauges()).hasSize(3);
    }
}
