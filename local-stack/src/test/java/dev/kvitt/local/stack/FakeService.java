package dev.kvitt.local.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service that only answers that it is ready. */
public record FakeService(String serviceName, int portOffset, String database, boolean isOutside, String behaviour)
        implements StackService {

    /** Ready soon, and runs until it is ended. */
    public static final String GOOD = "good";

    /** Ends by itself, with a last word. */
    public static final String CRASHES = "crashes";

    /** Runs, but is never ready. */
    public static final String NEVER_READY = "never-ready";

    public static FakeService good(String name, int portOffset, String database) {
        return new FakeService(name, portOffset, database, false, GOOD);
    }

    public static FakeService outside(String name, int portOffset) {
        return new FakeService(name, portOffset, null, true, GOOD);
    }

    @Override
    public Optional<String> databaseName() {
        return Optional.ofNullable(database);
    }

    @Override
    public List<String> command(StackContext context) {
        return List.of(
                Java.program(),
                "-Xmx32m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FakeServiceMain.class.getName(),
                Integer.toString(context.ports().of(serviceName)),
                behaviour);
    }

    @Override
    public Map<String, String> environment(StackContext context) {
        return Map.of("KVITT_API_TOKEN", context.token());
    }
}
