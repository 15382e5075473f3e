package dev.kvitt.messaging.support;

import dev.kvitt.events.Msn;
import dev.kvitt.messaging.task.Completion;
import dev.kvitt.messaging.task.TaskRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A service in a process of its own that can be halted at any place. Its handler sets a timer and a task for each sale;
 * its tasks make "calls", which are rows that are committed apart.
 */
public final class Crashing {

    private static final String PARTS = "kvitt.test.parts";

    private Crashing() {}

    public static void main(String[] arguments) {
        var database = TestDatabase.existing(arguments[0], arguments[1], arguments[2]);
        var msn = new Msn(arguments[3]);
        Replica.start(arguments[4], database, handler(msn, () -> true), runner(database));
    }

    /**
     * For the process and for whoever goes on after it.
     *
     * @param broken whether {@code poison} cannot be processed
     */
    public static Recorder handler(Msn msn, BooleanSupplier broken) {
        return new Recorder(msn)
                .on("poison", (entity, effects) -> {
                    if (broken.getAsBoolean()) {
                        throw new IllegalStateException("a bug");
                    }
                })
                .on("r1", (entity, effects) -> effects.timer("late", effects.now()))
                .on("r2", (entity, effects) -> effects.task("call", "{}", effects.now()));
    }

    public static TaskRunner runner(TestDatabase database) {
        return task -> {
            database.execute("insert into call values ('" + task.key() + "')");
            return Completion.done((entity, effects) -> History.add(entity, effects, task.kind()));
        };
    }

    public static void createCalls(TestDatabase database) {
        database.execute("create table call (key text not null)");
    }

    /** @param place one of the crash points, or none */
    public static Process start(TestDatabase database, Msn msn, String group, String place) {
        var own = database.database();
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
                own.jdbcUrl(),
                own.user(),
                own.password(),
                msn.value(),
                group);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("the service to be crashed does not start", e);
        }
    }
}
