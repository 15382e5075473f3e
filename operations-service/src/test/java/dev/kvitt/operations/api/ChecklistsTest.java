package dev.kvitt.operations.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.operations.domain.Message;
import dev.kvitt.operations.domain.checklist.Told;
import dev.kvitt.operations.store.LedgerTransactions;
import dev.kvitt.operations.store.MessageRows;
import dev.kvitt.operations.support.OperationsTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The checklist of a sales unit by what stands in a real database. Nobody answers where its Vipps would be. */
@OperationsTest
class ChecklistsTest {

    private static final String TOKEN = "token-of-viewer-".repeat(3);
    private static final AtomicLong OFFSET = new AtomicLong();

    @Inject
    LedgerTransactions ledger;

    private static RequestSpecification viewer() {
        return given().header("Authorization", "Bearer " + TOKEN);
    }

    private static String made() {
        return viewer().contentType("application/json")
                .body("{\"msn\": \"123456\"}")
                .post("/api/checklists")
                .then()
                .statusCode(201)
                .header("Location", not(equalTo(null)))
                .extract()
                .path("id");
    }

    @Test
    void what_the_ledger_shows_is_met_and_what_is_a_month_old_is_not() {
        var now = Clock.systemUTC().instant();
        store(
                new Told("check-" + UUID.randomUUID().toString().substring(0, 8))
                        .created()
                        .refused("more-than-captured"),
                now);
        var old = "old-" + UUID.randomUUID().toString().substring(0, 8);
        store(new Told(old).created().authorized(5000, now.minus(Duration.ofDays(20))), now.minus(Duration.ofDays(31)));

        var id = made();

        viewer().get("/api/checklists/" + id)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("msn", equalTo("123456"))
                .body("salesUnit", equalTo("Brus automater"))
                .body("items.find { it.id == 'create' }.outcome", equalTo("met"))
                .body(
                        "items.find { it.id == 'errors' }.examples.seen",
                        hasItem("the till was told: more-than-captured"))
                .body("items.find { it.id == 'state-authorized' }.outcome", equalTo("not-met"))
                .body("items.find { it.id == 'event-log' }.outcome", equalTo("not-met"))
                .body("items.find { it.id == 'design' }.outcome", equalTo("by-hand"));
        var report = viewer().accept("text/markdown").get("/api/checklists/" + id);
        assertThat(report.statusCode()).isEqualTo(200);
        assertThat(report.contentType()).startsWith("text/markdown");
        assertThat(report.asString())
                .startsWith("# Integration checklist of sales unit 123456, Brus automater")
                .contains("**met**", "**not met**", "**by hand**")
                .doesNotContain(old);
    }

    @Test
    void a_sales_unit_or_a_list_that_nobody_knows_is_404() {
        viewer().contentType("application/json")
                .body("{\"msn\": \"999999\"}")
                .post("/api/checklists")
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-sales-unit"));
        viewer().get("/api/checklists/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("code", equalTo("unknown-checklist"));
    }

    @Test
    void where_the_payments_were_made_is_told_by_vipps_address() {
        assertThat(ChecklistMaker.environment(URI.create("https://api.vipps.no")))
                .isEqualTo("production");
        assertThat(ChecklistMaker.environment(URI.create("https://apitest.vipps.no")))
                .contains("test environment");
        assertThat(ChecklistMaker.environment(URI.create("http://127.0.0.1:8090")))
                .contains("sandbox");
    }

    private void store(Told sale, Instant lastAt) {
        var messages = sale.list().stream().map(ChecklistsTest::message).toList();
        ledger.write(connection -> {
            MessageRows.insert(connection, messages);
            return insertSale(connection, messages.getFirst().key(), lastAt);
        });
    }

    private static Message message(Event<?> event) {
        return new Message(
                event.key(),
                event.topic(),
                event.id(),
                event.type().typeName(),
                event.time(),
                event.source(),
                0,
                OFFSET.incrementAndGet(),
                null,
                EventCodec.headers(event),
                EventCodec.value(event.data()),
                null);
    }

    private static int insertSale(Connection connection, String key, Instant lastAt) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into sale (key, msn, sale_id, authorized, captured, cancelled, refunded, phase, attempts, first_at,
                    last_at, handed_over, receipt, acknowledged)
                values (?, ?, ?, 0, 0, 0, 0, 'asked', 1, ?, ?, false, 'none', false)""")) {
            var parts = List.of(key.split("/", -1));
            insert.setString(1, key);
            insert.setString(2, parts.get(0));
            insert.setString(3, parts.get(1));
            insert.setTimestamp(4, Timestamp.from(lastAt));
            insert.setTimestamp(5, Timestamp.from(lastAt));
            return insert.executeUpdate();
        }
    }
}
