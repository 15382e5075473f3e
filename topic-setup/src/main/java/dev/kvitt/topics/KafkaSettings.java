package dev.kvitt.topics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** How Kafka is reached, by the same environment variables as the services take. */
final class KafkaSettings {

    private static final String BOOTSTRAP = "KVITT_KAFKA_BOOTSTRAP";
    private static final String FILE = "KVITT_KAFKA_PROPERTIES_FILE";
    private static final String ONE = "KVITT_KAFKA_PROPERTIES__";
    private static final String ANSWER_LIMIT_MILLIS = "30000";

    private KafkaSettings() {}

    /** Kafka's own names and values; a variable wins over the file. */
    static Map<String, Object> of(Map<String, String> environment) {
        var all = new HashMap<String, Object>();
        all.put("default.api.timeout.ms", ANSWER_LIMIT_MILLIS);
        all.put("request.timeout.ms", "10000");
        var file = environment.getOrDefault(FILE, "");
        if (!file.isBlank()) {
            read(file).forEach((name, value) -> all.put((String) name, value));
        }
        environment.forEach((name, value) -> {
            if (name.startsWith(ONE) && name.length() > ONE.length()) {
                all.put(key(name), value);
            }
        });
        var bootstrap = environment.getOrDefault(BOOTSTRAP, "").strip();
        if (!bootstrap.isEmpty()) {
            all.put("bootstrap.servers", bootstrap);
        }
        if (!all.containsKey("bootstrap.servers")) {
            throw new SetupException(Main.WRONG_SETTINGS, BOOTSTRAP + " is not set: say where Kafka is, as host:port.");
        }
        return all;
    }

    /** {@code KVITT_KAFKA_PROPERTIES__SECURITY_PROTOCOL_} stands for {@code security.protocol}. */
    private static String key(String variable) {
        var name = variable.substring(ONE.length());
        var bare = name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
        return bare.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    private static Properties read(String file) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of(file))) {
            properties.load(in);
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new SetupException(
                    Main.WRONG_SETTINGS,
                    "The file " + file + " that " + FILE + " names cannot be read ("
                            + e.getClass().getSimpleName()
                            + "). It should hold lines like security.protocol=SASL_SSL.");
        }
    }
}
