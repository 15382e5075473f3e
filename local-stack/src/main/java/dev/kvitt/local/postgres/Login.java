package dev.kvitt.local.postgres;

/**
 * A role and its password.
 *
 * @param user the role's name
 * @param password at least 16 letters, digits, {@code -} or {@code _}
 */
public record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
