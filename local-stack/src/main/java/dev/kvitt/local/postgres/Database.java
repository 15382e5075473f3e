package dev.kvitt.local.postgres;

/**
 * One database and the one role that may use it.
 *
 * @param jdbcUrl without user and password
 * @param user owner of everything in the database, no rights outside it
 * @param password of the user
 */
public record Database(String jdbcUrl, String user, String password) {

    /** The same connection with user and password in the address, for code that opens it by itself. */
    public String directUrl() {
        return jdbcUrl + "?user=" + user + "&password=" + password;
    }

    @Override
    public String toString() {
        return "Database[" + jdbcUrl + ", user=" + user + "]";
    }
}
