package dev.kvitt.local.test;

import dev.kvitt.local.Folders;
import dev.kvitt.local.FreePorts;
import dev.kvitt.local.Passwords;
import dev.kvitt.local.QuietLogging;
import dev.kvitt.local.kafka.KafkaOptions;
import dev.kvitt.local.kafka.LocalKafka;
import dev.kvitt.local.kafka.Topics;
import dev.kvitt.local.postgres.LocalPostgres;
import dev.kvitt.local.postgres.PostgresOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Kafka and PostgreSQL in one process beside a test JVM. It prints one line when both answer, and ends when its standard
 * input is closed: so it never outlives the tests, even when their JVM is killed.
 */
final class PartsMain {

    private PartsMain() {}

    public static void main(String[] arguments) throws IOException {
        QuietLogging.configure();
        Path folder = Path.of(arguments[0]);
        List<Integer> ports = FreePorts.several(3);
        PostgresOptions database = new PostgresOptions(
                folder.resolve("postgres"), ports.get(2), Passwords.random(), folder.resolve("postgres.log"));
        CompletableFuture<LocalPostgres> postgres = CompletableFuture.supplyAsync(() -> LocalPostgres.start(database));
        try (LocalKafka kafka =
                LocalKafka.start(KafkaOptions.onLoopback(folder.resolve("kafka"), ports.get(0), ports.get(1)))) {
            Topics.createAll(kafka.bootstrap());
            try (LocalPostgres started = postgres.join()) {
                announce(new Parts(kafka.bootstrap(), "127.0.0.1:" + started.port(), database.adminPassword()));
                waitForEndOfInput();
            }
        } finally {
            LocalPostgres.stop(database.dataFolder());
            Folders.delete(folder);
        }
    }

    private static void announce(Parts parts) {
        System.out.println(parts.encode());
        System.out.flush();
    }

    private static void waitForEndOfInput() throws IOException {
        int read = System.in.read();
        while (read >= 0) {
            read = System.in.read();
        }
    }
}
