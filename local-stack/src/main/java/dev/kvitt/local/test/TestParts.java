package dev.kvitt.local.test;

import dev.kvitt.local.Passwords;
import dev.kvitt.local.kafka.Topics;
import dev.kvitt.local.postgres.Database;
import dev.kvitt.local.postgres.DatabaseAdmin;
import java.time.Duration;
import java.util.List;
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

    /** System property: the {@link #patience} in seconds. */
    public static final String PATIENCE = "kvitt.test.patience";

    private static final String CHILD = KEY + ".child";

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

    /** Starts another broker and database server, for child JVMs that run one after the other. They end with this JVM. */
    public static Others others() {
        return new Others(PartsProcess.start().encode());
    }

    /** Parts for child JVMs. */
    public record Others(String encoded) {

        /**
         * The options by which a child JVM finds them.
         *
         * @param child its number, at least 1, so that it takes other names than those before it
         */
        public List<String> optionsOf(int child) {
            return List.of("-D" + KEY + "=" + encoded, "-D" + CHILD + "=" + child);
        }

        @Override
        public String toString() {
            return Parts.decode(encoded).toString();
        }
    }

    /** The number of this JVM among those that share parts. */
    public static int child() {
        return Integer.getInteger(CHILD, 0);
    }

    /** For how long a test waits for what is to happen in the end: 30 s, or as many as {@value #PATIENCE} says. */
    public static Duration patience() {
        return Duration.ofSeconds(Integer.getInteger(PATIENCE, 30));
    }

    private static int nextNumber() {
        synchronized (Runtime.getRuntime()) {
            int number = Integer.getInteger(KEY + ".databases", 1000 * child()) + 1;
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
