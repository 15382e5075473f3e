package dev.kvitt.operations.messaging;

import dev.kvitt.local.postgres.Database;
import dev.kvitt.local.test.TestParts;
import dev.kvitt.messaging.inbox.ConsumerLoop;
import dev.kvitt.messaging.inbox.ReadMarks;
import dev.kvitt.operations.store.ByHand;
import dev.kvitt.registry.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The ledger and its rebuild in a process of their own, which can be halted at any place. */
public final class Crashing {

    private static final String PARTS = "kvitt.test.parts";

    private Crashing() {}

    public static void main(String[] arguments) {
        var parts = ByHand.on(source(new Database(arguments[0], arguments[1], arguments[2])));
        var ledger = new Ledger(parts.ledger(), Registry.load(Path.of(arguments[3])));
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", TestParts.kafka().bootstrap());
        new RebuildLoop(
                        parts.steps(),
                        parts.work(),
                        parts.folding(),
                        parts.carrying(),
                        parts.comparison(),
                        parts.lanes(),
                        kafka,
                        ledger.topics())
                .start();
        // Not in the group of one that is dead and that Kafka has not missed yet: where to read is in the database.
        Map<String, Object> alone = Map.of(
                "bootstrap.servers",
                TestParts.kafka().bootstrap(),
                "group.id",
                UUID.randomUUID().toString());
        var marks = new ReadMarks(parts.transactions(), InstantSource.system(), ledger.topics());
        new ConsumerLoop(alone, ledger, parts.transactions(), marks).start();
    }

    public static DataSource source(Database database) {
        var source = new PGSimpleDataSource();
        source.setUrl(database.jdbcUrl());
        source.setUser(database.user());
        source.setPassword(database.password());
        return source;
    }

    /** @param place one of the crash points, or none */
    static Process start(Database database, String registry, String place) {
        // The child finds the same broker by the property that TestParts itself uses.
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + PARTS + "=" + System.getProperty(PARTS),
                "-Dkvitt.crash-at=" + place,
                "-cp",
                System.getProperty("java.class.path"),
                Crashing.class.getName(),
                database.jdbcUrl(),
                database.user(),
                database.password(),
                registry);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the process to be crashed does not start", e);
        }
    }
}
