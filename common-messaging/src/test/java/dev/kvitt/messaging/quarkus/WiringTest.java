package dev.kvitt.messaging.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.local.test.TestParts;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Sale;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WiringTest.RealParts.class)
class WiringTest {

    /** Where Kafka and a fresh database are. The database turns the first connection away: without waiting for it nothing starts here. */
    public static class RealParts implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var database = TestParts.postgres().freshDatabase("wiring");
            return Map.of(
                    "kvitt.kafka.bootstrap", TestParts.kafka().bootstrap(),
                    "quarkus.datasource.jdbc.url", LateDatabase.at(database.jdbcUrl()),
                    "quarkus.datasource.username", database.user(),
                    "quarkus.datasource.password", database.password(),
                    // Without a user: the data source's.
                    "kvitt.db.direct-url", database.jdbcUrl());
        }
    }

    @Inject
    DataSource dataSource;

    @Inject
    MeterRegistry registry;

    @Inject
    Messaging messaging;

    @Inject
    @Readiness
    ConsumerReady ready;

    @Inject
    @Liveness
    LoopsAlive alive;

    @Inject
    KafkaCopies copies;

    @Inject
    @Readiness
    CopiesReady enoughCopies;

    @Test
    void a_service_whose_database_comes_late_waits_for_it_starts_its_loops_and_reports_their_health() {
        var sale = Sale.of(WiredBeans.MSN, 1);
        Broker.send(sale.confirmed("r1"));

        Eventually.see(() -> assertThat(history(sale)).containsExactlyInAnyOrder("r1", "call", "timer:late"));
        Eventually.isTrue("ready", () -> "UP".equals(ready.call().getStatus().name()));
        assertThat(alive.call().getStatus().name()).isEqualTo("UP");
    }

    @Test
    void without_a_token_there_is_no_operators_door() {
        io.restassured.RestAssured.given()
                .header("Authorization", "Bearer ")
                .get("/operators/parked")
                .then()
                .statusCode(404);
    }

    @Test
    void a_commit_that_fails_again_and_again_parks_nothing() {
        // At the commit, and not undone by it: the first four of them lose their connection.
        execute(
                """
                create table cut (n int);
                create sequence cuts;
                create function cut() returns trigger language plpgsql as
                    'begin if nextval(''cuts'') < 5 then perform pg_terminate_backend(pg_backend_pid()); end if;
                    return null; end';
                create constraint trigger cut after insert on cut deferrable initially deferred
                    for each row execute function cut()""");
        var sale = Sale.of(WiredBeans.MSN, 2);
        Broker.send(sale.confirmed("cut"));

        Eventually.see(() -> assertThat(history(sale)).containsExactly("cut"));
        assertThat(column("select key from entity where parked and key = '" + sale.key() + "'"))
                .isEmpty();
    }

    @Test
    void a_handler_that_runs_out_of_stack_parks_its_own_sale_and_unparking_says_that_it_still_does() {
        var sale = Sale.of(WiredBeans.MSN, 3);
        Broker.send(sale.confirmed("overflow"));
        Broker.send(Sale.of(WiredBeans.MSN, 4).confirmed("r2"));

        Eventually.see(() -> assertThat(history(Sale.of(WiredBeans.MSN, 4))).containsExactly("r2"));
        Eventually.see(
                () -> assertThat(column("select key from entity where parked")).contains(sale.key()));
        assertThat(unparkFails(sale)).isTrue();
        assertThat(column("select key from parked")).contains(sale.key());
    }

    @Test
    void what_waits_and_how_far_behind_a_service_is_can_be_read_as_metrics() {
        var parked = Sale.of(WiredBeans.MSN, 5);
        Broker.send(parked.confirmed("overflow"));
        Eventually.isTrue("a parked sale is counted", () -> gauge("kvitt.parked") >= 1);
        Eventually.isTrue("all was sent", () -> gauge("kvitt.outbox.waiting") == 0);
        Eventually.isTrue("all was read", () -> gauge("kvitt.consumer.lag") == 0);
        execute("insert into timer values ('overdue', 'none', now() - interval '1 hour', true)");
        Eventually.isTrue("a timer that does not fire is counted", () -> gauge("kvitt.timers.overdue") == 1);
        execute("delete from timer where key = 'overdue'");
    }

    @Test
    void a_broker_that_keeps_one_copy_is_warned_of_and_works_all_the_same() {
        copies.look();
        var answer = enoughCopies.call();
        assertThat(answer.getStatus().name()).isEqualTo("UP");
        assertThat(answer.getData().orElseThrow().get("warning"))
                .asString()
                .contains("pos.sales: copies is 1 and should be 3", "min.insync.replicas is 1 and should be 2");
        assertThat(gauge("kvitt.kafka.topics.unsafe")).isPositive();
        assertThat(gauge("kvitt.kafka.partitions.below.min.insync")).isZero();
    }

    @Test
    void what_was_read_and_what_nobody_can_read_is_counted() {
        Broker.send(Sale.of(WiredBeans.MSN, 6).confirmed("r2"));
        Eventually.see(() -> assertThat(history(Sale.of(WiredBeans.MSN, 6))).containsExactly("r2"));
        Eventually.isTrue(
                "it is counted",
                () -> registry.get("kvitt.messages.applied")
                                .tag("topic", "pos.sales")
                                .counter()
                                .count()
                        >= 1);
        assertThat(registry.get("kvitt.quarantined").counter())
                .as("there from the start")
                .isNotNull();
        assertThat(registry.get("kvitt.loop.idle.seconds").gauges()).hasSize(5);
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private boolean unparkFails(Sale sale) {
        try {
            messaging.unpark(sale.key());
            return false;
        } catch (RuntimeException | StackOverflowError e) {
            return true;
        }
    }

    private List<String> history(Sale sale) {
        return column("select h.value from entity, jsonb_array_elements_text(state) with ordinality as h (value, n) "
                + "where key = '" + sale.key() + "' order by n");
    }

    private void execute(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> column(String query) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
