package dev.kvitt.local.postgres;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.local.FreePorts;
import dev.kvitt.local.GeneratedFile;
import dev.kvitt.local.Passwords;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the roles of {@code deploy/postgres/roles.sql} can do, on a real server; the system tests run the services as these. */
class DatabaseRolesTest {

    private static final String SCRIPT = "deploy/postgres/roles.sql";
    private static final String PASSWORD = Passwords.random();

    @TempDir
    static Path folder;

    private static LocalPostgres server;

    @BeforeAll
    static void start() throws Exception {
        GeneratedFile.isUpToDate(SCRIPT, RolesScript.text());
        server = LocalPostgres.start(new PostgresOptions(
                folder.resolve("data"), FreePorts.one(), Passwords.random(), folder.resolve("postgres.log")));
        runScript();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_running_service_changes_rows_and_nothing_else() throws Exception {
        as(
                "payment_owner",
                "payment",
                "create table sale (id bigint generated always as identity primary key, state text)");

        as(
                "payment",
                "payment",
                "insert into sale (state) values ('open')",
                "update sale set state = 'paid'",
                "select pg_try_advisory_lock(1)",
                "listen kvitt_outbox",
                "notify kvitt_outbox",
                "select state from sale",
                "delete from sale");
        for (var statement : List.of(
                "create table own (id text)",
                "create temporary table own (id text)",
                "create schema own",
                "create function f() returns int language sql as 'select 1'",
                "alter table sale add column more text",
                "create index on sale (state)",
                "truncate sale",
                "drop table sale",
                "create role thief",
                "create database own",
                "alter role payment_owner password 'mine'",
                "grant payment_owner to payment",
                "select pg_read_file('/etc/hostname')",
                "copy sale to program 'cat'")) {
            assertThatThrownBy(() -> as("payment", "payment", statement))
                    .as(statement)
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(permission denied|must be owner|only roles with|must have).*");
        }
    }

    @Test
    void a_running_service_changes_rows_also_in_a_schema_that_a_migration_has_made_and_nothing_else() throws Exception {
        as("capture_owner", "capture", "create schema ledger_a", "create table ledger_a.sale (state text)");

        as(
                "capture",
                "capture",
                "set search_path = ledger_a, public",
                "insert into sale values ('open')",
                "update sale set state = 'paid'",
                "delete from sale");
        for (var statement : List.of(
                "create table ledger_a.own (id text)",
                "truncate ledger_a.sale",
                "drop table ledger_a.sale",
                "alter schema ledger_a rename to own",
                "drop schema ledger_a cascade")) {
            assertThatThrownBy(() -> as("capture", "capture", statement))
                    .as(statement)
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void no_service_gets_into_the_database_of_another_not_even_by_its_owner() throws Exception {
        for (var role : List.of("capture", "capture_owner", "gateway", "gateway_owner")) {
            assertThatThrownBy(() -> as(role, "payment", "select 1")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> as(role, "postgres", "select 1 from pg_authid"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void a_database_whose_one_role_did_everything_is_handed_over_with_its_rows() throws Exception {
        server.admin().create("older", PASSWORD);
        as("older", "older", "create table sale (id text)", "insert into sale values ('old')");
        var url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/older";
        var apart = new Database(url, "older", PASSWORD, Optional.of(new Login("older_owner", PASSWORD)));

        server.admin().createApart(apart);
        server.admin().createApart(apart);

        assertThatCode(() -> as("older", "older", "update sale set id = 'new'")).doesNotThrowAnyException();
        assertThatThrownBy(() -> as("older", "older", "drop table sale")).hasMessageContaining("must be owner");
        as("older_owner", "older", "alter table sale add column more text", "create table later (id text)");
        assertThatCode(() -> as("older", "older", "insert into later values ('x')"))
                .doesNotThrowAnyException();
    }

    /** As psql does, but for the passwords, which are given here. */
    private static void runScript() throws IOException, SQLException {
        var database = "postgres";
        var statements = new StringBuilder();
        for (var line : Files.readAllLines(GeneratedFile.of(SCRIPT))) {
            if (line.startsWith(RolesScript.CONNECT)) {
                asSuperuser(database, statements.toString());
                database = line.substring(RolesScript.CONNECT.length());
                statements.setLength(0);
            } else if (!line.startsWith("--")) {
                statements.append(line).append('\n');
            }
        }
        asSuperuser(database, statements.toString());
        asSuperuser(
                "postgres",
                "do 'declare r text; begin for r in select rolname from pg_roles where rolcanlogin and rolsuper = false "
                        + "loop execute format(''alter role %I password %L'', r, ''" + PASSWORD
                        + "''); end loop; end'");
    }

    /** One by one: databases cannot be made together with anything else. */
    private static void asSuperuser(String database, String statements) throws SQLException {
        try (var connection = server.admin().connect(database);
                var sql = connection.createStatement()) {
            for (var statement : statements.split(";\n", -1)) {
                if (!statement.isBlank()) {
                    sql.execute(statement);
                }
            }
        }
    }

    private static void as(String role, String database, String... statements) throws SQLException {
        var url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
        try (var connection = DriverManager.getConnection(url, role, PASSWORD);
                var sql = connection.createStatement()) {
            for (var statement : statements) {
                sql.execute(statement);
            }
        }
    }
}
