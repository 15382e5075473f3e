package dev.kvitt.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.local.FreePorts;
import dev.kvitt.local.Passwords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @TempDir
    Path folder;

    private final String adminPassword = Passwords.random();

    @AfterEach
    void stop() {
        LocalPostgres.stop(folder.resolve("data"));
    }

    @Test
    void a_server_started_again_still_has_its_rows_and_takes_new_passwords() throws Exception {
        try (LocalPostgres first = start()) {
            Database before = first.admin().create("payment", Passwords.random());
            execute(before, "CREATE TABLE sale (id text)", "INSERT INTO sale VALUES ('sale-1')");
        }
        try (LocalPostgres second = start()) {
            Database after = second.admin().create("payment", Passwords.random());
            assertThat(single(after, "SELECT id FROM sale")).isEqualTo("sale-1");
            assertThat(single(after, "SELECT count(*) > 0 FROM pg_stat_statements"))
                    .isEqualTo("t");
        }
    }

    @Test
    void a_role_reaches_its_own_database_only_and_needs_its_password() throws Exception {
        try (LocalPostgres server = start()) {
            Database payment = server.admin().create("payment", Passwords.random());
            Database capture = server.admin().create("capture", Passwords.random());
            Database intruder = new Database(capture.jdbcUrl(), payment.user(), payment.password());
            Database guesser = new Database(payment.jdbcUrl(), payment.user(), "a-wrong-password");

            assertThat(single(payment, "SELECT current_user")).isEqualTo("payment");
            assertThatThrownBy(() -> single(intruder, "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> single(guesser, "SELECT 1"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> single(payment, "CREATE ROLE thief")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void a_pid_file_whose_number_another_program_has_now_is_no_server_and_does_no_harm() throws Exception {
        start().close();
        String ours = Long.toString(ProcessHandle.current().pid());
        Files.writeString(folder.resolve("data").resolve("postmaster.pid"), ours + "\n" + folder + "\n");

        assertThat(PostgresProcess.find(folder.resolve("data"))).isEmpty();
        LocalPostgres.stop(folder.resolve("data"));
        try (LocalPostgres again = start()) {
            assertThat(again.process().isAlive()).isTrue();
        }
    }

    @Test
    void a_copy_made_while_it_works_starts_with_what_was_committed_by_then() throws Exception {
        try (LocalPostgres server = start()) {
            Database payment = server.admin().create("payment", Passwords.random());
            execute(payment, "CREATE TABLE sale (id text)", "INSERT INTO sale VALUES ('before')");
            try (Connection open = DriverManager.getConnection(payment.directUrl());
                    Statement sql = open.createStatement()) {
                open.setAutoCommit(false);
                sql.execute("INSERT INTO sale VALUES ('under way')");
                BaseBackup.take(server.admin(), folder.resolve("data"), folder.resolve("copy"));
                open.commit();
            }
            try (LocalPostgres copy = start("copy")) {
                Database restored = new Database(
                        "jdbc:postgresql://127.0.0.1:" + copy.port() + "/payment", payment.user(), payment.password());
                assertThat(single(restored, "SELECT string_agg(id, ', ') FROM sale"))
                        .isEqualTo("before");
                assertThat(single(payment, "SELECT string_agg(id, ', ') FROM sale"))
                        .isEqualTo("before, under way");
            }
        }
    }

    private LocalPostgres start() {
        return start("data");
    }

    private LocalPostgres start(String name) {
        return LocalPostgres.start(new PostgresOptions(
                folder.resolve(name), FreePorts.one(), adminPassword, folder.resolve("postgres.log")));
    }

    private static void execute(Database database, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.directUrl());
                Statement sql = connection.createStatement()) {
            for (String statement : statements) {
                sql.execute(statement);
            }
        }
    }

    private static String single(Database database, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.directUrl());
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
