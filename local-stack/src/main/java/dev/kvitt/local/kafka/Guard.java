package dev.kvitt.local.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A second door of the broker, on loopback, at which everybody shows a name and a password and may do what Kafka's access rules
 * allow. At the first door there are no names; whoever comes in there may do everything, as an administrator.
 *
 * @param port 1–65535
 * @param passwords by principal
 */
public record Guard(int port, Map<String, String> passwords) {

    /** What the name of a file begins with that holds a principal's password. */
    public static final String PASSWORD_FILE = "kafka-user-";

    private static final String LISTENER = "GUARDED";
    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    public Guard {
        passwords = Map.copyOf(passwords);
    }

    /** A door for all who have a password file in the folder. */
    static Guard of(int port, Path folder) throws IOException {
        Map<String, String> passwords = new HashMap<>();
        try (var files = Files.newDirectoryStream(folder, PASSWORD_FILE + "*")) {
            for (Path file : files) {
                String name = file.getFileName().toString().substring(PASSWORD_FILE.length());
                passwords.put(name, Files.readString(file).strip());
            }
        }
        return new Guard(port, passwords);
    }

    /** The setting {@code sasl.jaas.config} of a client; the protocol is SASL_PLAINTEXT, the mechanism PLAIN. */
    public static String login(String principal, String password) {
        return MODULE + "username=\"" + principal + "\" password=\"" + password + "\";";
    }

    void addTo(Map<String, String> config) {
        config.merge("listeners", LISTENER + "://127.0.0.1:" + port, Guard::and);
        config.merge("advertised.listeners", LISTENER + "://127.0.0.1:" + port, Guard::and);
        config.merge("listener.security.protocol.map", LISTENER + ":SASL_PLAINTEXT", Guard::and);
        String prefix = "listener.name." + LISTENER.toLowerCase(Locale.ROOT) + ".";
        config.put(prefix + "sasl.enabled.mechanisms", "PLAIN");
        config.put(prefix + "plain.sasl.jaas.config", users());
        config.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        config.put("super.users", "User:ANONYMOUS");
    }

    private String users() {
        return passwords.entrySet().stream()
                .map(user -> "user_" + user.getKey() + "=\"" + user.getValue() + "\"")
                .collect(Collectors.joining(" ", MODULE, ";"));
    }

    private static String and(String before, String more) {
        return before + "," + more;
    }

    @Override
    public String toString() {
        return "Guard[" + port + ", " + passwords.keySet() + "]";
    }
}
