package dev.kvitt.local.postgres;

import java.util.List;

/**
 * The two roles of a service's database, as SQL: one owns it and migrates it, the other is what the running service is. The
 * latter reads and writes rows and can change, empty or drop no table. The local stack does what stands here, and
 * {@code deploy/postgres/roles.sql} is made from it.
 */
public final class DatabaseRoles {

    private static final String NO_MORE = " NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS";

    private DatabaseRoles() {}

    /** The role that owns the database of that name. */
    public static String owner(String name) {
        return name + "_owner";
    }

    static String role(String role) {
        return "CREATE ROLE " + role + " LOGIN" + NO_MORE;
    }

    static String database(String name) {
        return "CREATE DATABASE " + name + " OWNER " + owner(name);
    }

    /** Who may enter: these two and nobody else. */
    static List<String> entrance(String name) {
        return List.of(
                "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                "GRANT CONNECT ON DATABASE " + name + " TO " + name + ", " + owner(name));
    }

    /** What the service's role may do in it; also with tables and schemas that later migrations make. */
    static List<String> rights(String name) {
        return List.of(
                "REVOKE ALL ON SCHEMA public FROM PUBLIC",
                "GRANT USAGE, CREATE ON SCHEMA public TO " + owner(name),
                "GRANT USAGE ON SCHEMA public TO " + name,
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner(name) + " GRANT USAGE ON SCHEMAS TO " + name,
                "ALTER DEFAULT PRIVILEGES FOR ROLE " + owner(name)
                        + " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO " + name);
    }

    /** For a database whose one role did everything: hands what it owns to the owner. */
    static List<String> adoption(String name) {
        return List.of(
                "REASSIGN OWNED BY " + name + " TO " + owner(name),
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO " + name);
    }
}
