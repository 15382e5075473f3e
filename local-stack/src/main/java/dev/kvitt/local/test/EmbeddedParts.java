package dev.kvitt.local.test;

import dev.kvitt.local.FreePorts;
import dev.kvitt.local.Passwords;
import dev.kvitt.local.kafka.KafkaOptions;
import dev.kvitt.local.kafka.LocalKafka;
import dev.kvitt.local.kafka.Topics;
import dev.kvitt.local.postgres.LocalPostgres;
import dev.kvitt.local.postgres.PostgresOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The broker in this JVM and PostgreSQL as its child; nothing but a JDK is needed. */
final class EmbeddedParts implements RunningParts {

    private final LocalKafka kafka;
    private final PostgresOptions database;

    private EmbeddedParts(LocalKafka kafka, PostgresOptions database) {
        this.kafka = kafka;
        this.database = database;
    }

    /** Starts both at once, with their data in the folder. */
    static EmbeddedParts start(Path folder) {
        List<Integer> ports = FreePorts.several(3);
        PostgresOptions database = new PostgresOptions(
                folder.resolve("postgres"), ports.get(2), Passwords.random(), folder.resolve("postgres.log"));
        CompletableFuture<LocalPostgres> postgres = CompletableFuture.supplyAsync(() -> LocalPostgres.start(database));
        try {
            LocalKafka kafka =
                    LocalKafka.start(KafkaOptions.onLoopback(folder.resolve("kafka"), ports.get(0), ports.get(1)));
            Topics.createAll(kafka.bootstrap());
            postgres.join();
            return new EmbeddedParts(kafka, database);
        } catch (RuntimeException e) {
            LocalPostgres.stop(database.dataFolder());
            throw e;
        }
    }

    @Override
    public Parts parts() {
        return new Parts(kafka.bootstrap(), "127.0.0.1:" + database.port(), database.adminPassword());
    }

    @Override
    public void close() {
        kafka.close();
        LocalPostgres.stop(database.dataFolder());
    }
}
