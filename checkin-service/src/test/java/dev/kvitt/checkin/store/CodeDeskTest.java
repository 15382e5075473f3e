package dev.kvitt.checkin.store;

import static dev.kvitt.checkin.Awaiting.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.checkin.CheckinWorld;
import dev.kvitt.checkin.domain.CodeRefusal;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.events.Msn;
import dev.kvitt.registry.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders beside batches that open sales, and beside other replicas. */
class CodeDeskTest {

    private static final PrintedCode CODE = new PrintedCode(new Msn(CheckinWorld.MSN), "qr-1");
    private static final Limits LIMITS =
            new Limits(Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

    @TempDir
    static Path folder;

    private static Registry registry;

    private final TestDatabase database = new TestDatabase();
    private final StoredCodeBooks replica = books();
    private final CodeDesk desk =
            new CodeDesk(registry, books(), database.transactions(), LIMITS, InstantSource.system());

    @BeforeAll
    static void declare() throws Exception {
        Files.writeString(folder.resolve("vipps-key"), "made-up");
        registry = Registry.load(Files.writeString(folder.resolve("registry.yaml"), CheckinWorld.registry()));
    }

    private StoredCodeBooks books() {
        return new StoredCodeBooks(registry, database.source());
    }

    @Test
    void an_order_that_is_answered_holds_on_another_replica() {
        assertThat(till()).isEqualTo("machine-1");
        desk.move(CODE, "spare-1", Optional.empty());
        assertThat(till()).isEqualTo("spare-1");
    }

    private String till() {
        return replica.now().find(CODE).orElseThrow().tillId();
    }

    @Test
    void an_order_waits_for_the_batch_that_opens_a_sale_and_sees_it() throws Exception {
        try (var batch = database.connection()) {
            assertThat(replica.exactly(batch).find(CODE).orElseThrow().tillId()).isEqualTo("machine-1");
            var order = CompletableFuture.runAsync(() -> desk.move(CODE, "spare-1", Optional.empty()));
            await().until(this::somebodyWaits);
            execute(
                    batch,
                    "insert into qr_session (msn, qr_id, sale_key, opened_at, held_until) values ('123456', 'qr-1',"
                            + " '123456/sale-1', now(), now() + interval '5 minutes')");
            batch.commit();
            assertThatThrownBy(order::join)
                    .hasRootCauseInstanceOf(CodeRefusal.class)
                    .hasMessageContaining("keeps the till");
        }
        assertThat(till()).isEqualTo("machine-1");
    }

    @Test
    void a_batch_waits_for_the_order_and_opens_at_the_new_till() throws Exception {
        assertThat(till()).isEqualTo("machine-1");
        try (var order = database.connection();
                var batch = database.connection()) {
            CodeOrders.lock(order);
            execute(
                    order,
                    "insert into code_order (msn, qr_id, kind, till_id, whereabouts, file_till, ordered_at) values"
                            + " ('123456', 'qr-1', 'CALLBACK', 'spare-1', 'IN_TILL', 'machine-1', now())");
            execute(order, "update code_version set version = version + 1");
            var opened = CompletableFuture.supplyAsync(
                    () -> replica.exactly(batch).find(CODE).orElseThrow().tillId());
            await().until(this::somebodyWaits);
            order.commit();
            assertThat(opened.join()).isEqualTo("spare-1");
        }
    }

    @Test
    void an_order_gives_up_when_batches_do_not_end_and_can_be_given_again() throws Exception {
        try (var batch = database.connection()) {
            replica.exactly(batch);
            assertThatThrownBy(() -> desk.move(CODE, "spare-1", Optional.empty()))
                    .isInstanceOfSatisfying(CodeRefusal.class, refusal -> assertThat(refusal.kind())
                            .isEqualTo(CodeRefusal.Kind.NOT_NOW));
        }
        assertThat(desk.move(CODE, "spare-1", Optional.empty())).isTrue();
        assertThat(desk.move(CODE, "spare-1", Optional.empty())).isFalse();
    }

    private boolean somebodyWaits() throws SQLException {
        try (var connection = database.connection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select from pg_locks where locktype = 'advisory' and not granted and database ="
                                + " (select oid from pg_database where datname = current_database())")) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
