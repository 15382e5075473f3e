package dev.kvitt.local.test;

import dev.kvitt.local.Passwords;
import dev.kvitt.local.kafka.Topics;
import dev.kvitt.local.postgres.Database;
import dev.kvitt.local.postgres.DatabaseAdmin;
import java.util.Locale;

/**
 * Kafka and PostgreSQL for every test of this JVM. The first call starts them (about four seconds); they end with the
 * JVM, however it ends. Embedded by default, in containers with {@code -Dcontainers}.
 */
public final class TestParts {

    /**
     * System property that remembers the parts: Quarkus loads this class anew for each application it starts in a JVM, and
     * each copy must find the same broker.
     */
    private static final String KEY = "kvitt.test.parts";

    private TestParts() {}

    /** The broker, with every topic of the installation on it. */
    public static Kafka kafka() {
        return new Kafka(parts().kafkaBootstrap());
    }

    /** The database server. */
    public static Postgres postgres() {
        Parts parts = parts();
        return new Postgres(new DatabaseAdmin(parts.postgresAddress(), parts.postgresPassword()));
    }

    /**
     * The shared broker.
     *
     * @param bootstrap {@code host:port}
     */
    public record Kafka(String bootstrap) {

        /** Creates a topic of a test's own, stamped by the broker like all others. */
        public void createTopic(String name, int partitions) {
            Topics.create(bootstrap, name, partitions);
        }
    }

    /**
     * The shared server.
     *
     * @param admin superuser access, to break things in crash tests
     */
    public record Postgres(DatabaseAdmin admin) {

        /** A new, empty database; its name starts with the given one and is unique in this JVM. */
        public Database freshDatabase(String name) {
            String unique = name.toLowerCase(Locale.ROOT) + "_" + nextNumber();
            return admin.create(unique, Passwords.random());
        }
    }

    private static int nextNumber() {
        synchronized (Runtime.getRuntime()) {
            int number = Integer.getInteger(KEY + ".databases", 0) + 1;
            System.setProperty(KEY + ".databases", Integer.toString(number));
            return number;
        }
    }

    private static Parts parts() {
        // Locked on something every class loader shares.
        synchronized (Runtime.getRuntime()) {
            String known = System.getProperty(KEY);
            if (known != null) {
                return Parts.decode(known);
            }
            Parts started = PartsProcess.start();
            System.setProperty(KEY, started.encode());
            return started;
        }
    }
}
