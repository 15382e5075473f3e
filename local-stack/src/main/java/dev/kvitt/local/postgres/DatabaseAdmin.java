package dev.kvitt.local.postgres;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Creates databases and their roles in one server.
 *
 * @param address {@code host:port}
 * @param password of the superuser
 */
public record DatabaseAdmin(String address, String password) {

    static final String ADMIN = "postgres";

    /** DriverManager knows the drivers of the class loader that asked first; Quarkus loads its tests and this by others. */
    private static final Driver POSTGRES = new org.postgresql.Driver();

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final Pattern PASSWORD = Pattern.compile("[A-Za-z0-9_-]{16,}");

    /**
     * Creates the database and the role that owns it, both of this name, or only sets the role's password when they are
     * there already. No other role may connect to the database, and the role may connect to no other.
     *
     * @param name lower case letters, digits and underscores
     * @param rolePassword at least 16 letters, digits, {@code -} or {@code _}
     */
    public Database create(String name, String rolePassword) {
        if (!NAME.matcher(name).matches() || !PASSWORD.matcher(rolePassword).matches()) {
            throw new IllegalArgumentException(
                    "Not a database name, or not a password of 16 plain characters: " + name);
        }
        try (Connection connection = connect(ADMIN);
                Statement sql = connection.createStatement()) {
            // A password cannot be a bind parameter in DDL; both values were checked above.
            sql.execute((roleExists(connection, name) ? "ALTER" : "CREATE") + " ROLE " + name
                    + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '" + rolePassword + "'");
            if (!databaseExists(connection, name)) {
                sql.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
            sql.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
            sql.execute("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " cannot be created", e);
        }
        enableStatistics(name);
        return new Database("jdbc:postgresql://" + address + "/" + name, name, rolePassword);
    }

    /**
     * Creates the database with two roles, as {@link DatabaseRoles} has it, or only sets their passwords. A database that had
     * one role for everything is handed over to its owner.
     *
     * @param database named as its user; with an owner named as {@link DatabaseRoles#owner} says
     */
    public void createApart(Database database) {
        String name = database.user();
        Login owner = database.owner().orElseThrow();
        if (!NAME.matcher(name).matches() || !owner.user().equals(DatabaseRoles.owner(name))) {
            throw new IllegalArgumentException("Not a database name, or not its owner's: " + name);
        }
        try (Connection connection = connect(ADMIN);
                Statement sql = connection.createStatement()) {
            for (Login login : List.of(new Login(name, database.password()), owner)) {
                if (!roleExists(connection, login.user())) {
                    sql.execute(DatabaseRoles.role(login.user()));
                }
                setPassword(sql, login);
            }
            if (!databaseExists(connection, name)) {
                sql.execute(DatabaseRoles.database(name));
            }
            sql.execute("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC");
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + name + " cannot be created", e);
        }
        try (Connection connection = connect(name);
                Statement sql = connection.createStatement()) {
            // First: with what it owned, a role also loses what it was given of it.
            execute(sql, DatabaseRoles.adoption(name));
            execute(sql, DatabaseRoles.entrance(name));
            execute(sql, DatabaseRoles.rights(name));
        } catch (SQLException e) {
            throw new IllegalStateException("The roles of database " + name + " cannot be given their rights", e);
        }
        enableStatistics(name);
    }

    /** A password cannot be a bind parameter in DDL, so it is checked here. */
    private static void setPassword(Statement sql, Login login) throws SQLException {
        if (!PASSWORD.matcher(login.password()).matches()) {
            throw new IllegalArgumentException("Not a password of 16 plain characters: that of " + login.user());
        }
        sql.execute("ALTER ROLE " + login.user() + " PASSWORD '" + login.password() + "'");
    }

    private static void execute(Statement sql, List<String> statements) throws SQLException {
        for (String statement : statements) {
            sql.execute(statement);
        }
    }

    /** Opens a connection as superuser, to look at what a role may not see. */
    public Connection connect(String database) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", ADMIN);
        login.setProperty("password", password);
        return POSTGRES.connect("jdbc:postgresql://" + address + "/" + database, login);
    }

    private void enableStatistics(String name) {
        try (Connection connection = connect(name);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        } catch (SQLException e) {
            throw new IllegalStateException("Statement statistics cannot be enabled in database " + name, e);
        }
    }

    private static boolean roleExists(Connection connection, String name) throws SQLException {
        return exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", name);
    }

    private static boolean databaseExists(Connection connection, String name) throws SQLException {
        return exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(query)) {
            sql.setString(1, name);
            try (ResultSet rows = sql.executeQuery()) {
                return rows.next();
            }
        }
    }

    @Override
    public String toString() {
        return "DatabaseAdmin[" + address + "]";
    }
}
