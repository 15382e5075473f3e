package dev.kvitt.local.stack;

import dev.kvitt.local.process.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Stops a stack from outside: asks its launcher, and ends what is left. */
public final class Shutdown {

    /** How long a launcher may take to stop its stack in order. */
    public static final Duration LAUNCHER_GRACE = Duration.ofMinutes(1);

    private Shutdown() {}

    /** Returns the names of what was running; empty when nothing was. */
    public static List<String> of(DataFolder data) {
        if (!data.exists()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(Leftovers.running(data));
        data.pidFile(Leftovers.LAUNCHER).alive().ifPresent(launcher -> {
            names.add(Leftovers.LAUNCHER);
            Ending.end(List.of(launcher), LAUNCHER_GRACE);
        });
        Leftovers.end(data);
        return names;
    }
}
