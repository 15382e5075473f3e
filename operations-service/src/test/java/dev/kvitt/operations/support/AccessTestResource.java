package dev.kvitt.operations.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A token and a user for each role, and for all of them together. */
public final class AccessTestResource implements QuarkusTestResourceLifecycleManager {

    public static final String PASSWORD = "correct horse battery";
    private static final List<String> ROLES = List.of("viewer", "operator", "finance");
    private static final int ITERATIONS = 600_000;
    private static final int BITS = 256;

    private Path folder;

    /** @param name viewer, operator, finance or all */
    public static String token(String name) {
        return ("token-of-" + name + "-").repeat(3);
    }

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("operations-access");
            var settings = new HashMap<String, String>();
            var users = new StringBuilder("# name:roles:iterations:salt:hash\n");
            for (var role : ROLES) {
                add(role, role, settings, users);
            }
            add("all", String.join(",", ROLES), settings, users);
            settings.put("kvitt.operations.login.users-file", write("users", users.toString()));
            settings.put("kvitt.operations.login.tries-per-minute", "100");
            return settings;
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of the test cannot be written", e);
        }
    }

    private void add(String name, String roles, Map<String, String> settings, StringBuilder users) throws IOException {
        settings.put("kvitt.operations.tokens." + name + ".token-file", write(name, token(name)));
        settings.put("kvitt.operations.tokens." + name + ".roles", roles);
        users.append(name)
                .append(':')
                .append(roles)
                .append(':')
                .append(passwordHash())
                .append('\n');
    }

    /** A second's work on purpose, so done once in a JVM: each application that Quarkus starts there has this class anew. */
    private static String passwordHash() {
        return (String) System.getProperties()
                .computeIfAbsent("kvitt.test.password-hash", key -> hash("salt of all 0123456789", PASSWORD));
    }

    public static String hash(String salt, String password) {
        try {
            var bytes = salt.getBytes(StandardCharsets.UTF_8);
            var spec = new PBEKeySpec(password.toCharArray(), bytes, ITERATIONS, BITS);
            var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
            var base64 = Base64.getEncoder();
            return ITERATIONS + ":" + base64.encodeToString(bytes) + ":" + base64.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
    }

    @Override
    public void stop() {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of the test cannot be removed", e);
        }
    }
}
