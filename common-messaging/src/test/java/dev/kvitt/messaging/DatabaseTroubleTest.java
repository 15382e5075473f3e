package dev.kvitt.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.local.Folders;
import dev.kvitt.local.FreePorts;
import dev.kvitt.local.Passwords;
import dev.kvitt.local.postgres.LocalPostgres;
import dev.kvitt.local.postgres.PostgresOptions;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.messaging.support.Broker;
import dev.kvitt.messaging.support.Eventually;
import dev.kvitt.messaging.support.Recorder;
import dev.kvitt.messaging.support.Replica;
import dev.kvitt.messaging.support.ServiceTest;
import dev.kvitt.messaging.support.TestDatabase;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DatabaseTroubleTest extends ServiceTest {

    @Test
    void a_connection_that_breaks_inside_a_handler_again_and_again_parks_nothing() {
        var left = new AtomicInteger(3);
        handler.on("r1", (entity, effects) -> {
            if (left.getAndDecrement() > 0) {
                execute(effects, "select pg_terminate_backend(pg_backend_pid())");
            }
        });
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(2).confirmed("r2"));
        start();

        happened(sale(1), "r1");
        happened(sale(2), "r2");
        assertThat(database.number("select count(*) from entity where parked")).isZero();
        assertThat(handler.times(sale(1), "r1")).isEqualTo(4);
    }

    @Test
    void a_row_that_breaks_a_rule_of_a_table_parks_its_own_sale() {
        database.execute("create table rule (id text primary key)");
        handler.on("r1", (entity, effects) -> {
            execute(effects, "insert into rule values ('one')");
            execute(effects, "insert into rule values ('one')");
        });
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(2).confirmed("r2"));
        start();

        happened(sale(2), "r2");
        Eventually.isTrue("parked", () -> database.parked(sale(1).key()));
    }

    @Test
    void a_failure_that_the_handler_keeps_to_itself_parks_its_own_sale() {
        handler.on("r1", (entity, effects) -> {
            try {
                execute(effects, "select 1 / 0");
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining("22012");
            }
        });
        Broker.send(sale(1).confirmed("r1"));
        Broker.send(sale(2).confirmed("r2"));
        start();

        happened(sale(2), "r2");
        Eventually.isTrue("parked", () -> database.parked(sale(1).key()));
    }

    @Test
    void a_database_server_that_is_restarted_under_load_costs_time_and_nothing_else_even_those_that_start_meanwhile()
            throws Exception {
        var folder = Files.createTempDirectory("kvitt-restart");
        var options = new PostgresOptions(
                folder.resolve("postgres"), FreePorts.one(), Passwords.random(), folder.resolve("log"));
        var recorder = new Recorder(msn);
        var server = LocalPostgres.start(options);
        try (var database = TestDatabase.migrated(server.admin().create("messaging", Passwords.random()))) {
            var replica = Replica.start(service, database, recorder);
            try {
                send(1, 20);
                server.close();
                send(21, 40);
                var late = Replica.start(service, database, recorder);
                Eventually.stays(
                        Duration.ofSeconds(2), () -> assertThat(late.ready()).isFalse());
                server = LocalPostgres.start(options);
                Eventually.isTrue("ready", late::ready);
                late.close();
                var all = IntStream.rangeClosed(1, 40).mapToObj(n -> "r" + n).toList();
                Eventually.see(() -> assertThat(database.history(sale(1).key())).isEqualTo(all));
                Eventually.isTrue("ready", replica::ready);
                assertThat(replica.alive()).isTrue();
                assertThat(database.number("select count(*) from entity where parked"))
                        .isZero();
                Eventually.isTrue("all sent", () -> database.number("select count(*) from outbox") == 0);
            } finally {
                replica.close();
            }
        } finally {
            server.close();
            Folders.delete(folder);
        }
        allToldInOrder(sale(1), 40);
    }

    private void send(int first, int last) {
        for (var n = first; n <= last; n++) {
            Broker.send(sale(1).confirmed("r" + n));
        }
    }

    private static void execute(Effects effects, String sql) {
        try (var statement = effects.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
