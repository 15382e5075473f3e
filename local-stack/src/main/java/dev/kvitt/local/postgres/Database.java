package dev.kvitt.local.postgres;

import java.util.Optional;

/**
 * One database and who may use it.
 *
 * @param jdbcUrl without user and password
 * @param user who works with its rows, no rights outside it; where there is no other owner, owner of everything in it
 * @param password of the user
 * @param owner who migrates it, where that is another
 */
public record Database(String jdbcUrl, String user, String password, Optional<Login> owner) {

    /** A database with one role for everything. */
    public Database(String jdbcUrl, String user, String password) {
        this(jdbcUrl, user, password, Optional.empty());
    }

    /** The same connection with user and password in the address, for code that opens it by itself. */
    public String directUrl() {
        return jdbcUrl + "?user=" + user + "&password=" + password;
    }

    @Override
    public String toString() {
        return "Database[" + jdbcUrl + ", user=" + user + "]";
    }
}
