package dev.kvitt.local.stack;

import dev.kvitt.local.Passwords;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Who may log in at the console of a local stack: a name for each role and one for all roles, with one password. */
final class ConsoleUsers {

    /** The name that may do everything. */
    static final String ALL = "all";

    private static final List<String> ROLES = List.of("viewer", "operator", "finance");
    private static final int ITERATIONS = 600_000;
    private static final int BITS = 256;

    private ConsoleUsers() {}

    /** Writes the password, and beside it the list that operations-service reads. */
    static void make(Secrets secrets) {
        String password = secrets.password(StackSecrets.CONSOLE_PASSWORD);
        secrets.kept(StackSecrets.CONSOLE_USERS, () -> lines(password));
    }

    private static String lines(String password) {
        byte[] salt = Passwords.random().getBytes(StandardCharsets.US_ASCII);
        Base64.Encoder base64 = Base64.getEncoder();
        String hash = ":" + ITERATIONS + ":" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(hash(password, salt)) + "\n";
        String each = ROLES.stream().map(role -> role + ":" + role + hash).collect(Collectors.joining());
        return each + ALL + ":" + String.join(",", ROLES) + hash;
    }

    private static byte[] hash(String password, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has PBKDF2", e);
        }
    }
}
