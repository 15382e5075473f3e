package dev.kvitt.local.stack;

import dev.kvitt.local.postgres.LocalPostgres;
import dev.kvitt.local.postgres.PostgresProcess;
import dev.kvitt.local.process.Ending;
import dev.kvitt.local.process.PidFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ends what a launcher left behind that could not stop its stack itself. */
public final class Leftovers {

    /** Name under which a launcher writes down itself. */
    public static final String LAUNCHER = "launcher";

    private static final Set<String> NOT_SERVICES = Set.of(LAUNCHER, Ports.KAFKA);

    private Leftovers() {}

    /** Names of the parts that still run, the launcher not among them. */
    public static List<String> running(DataFolder data) {
        List<String> names = new ArrayList<>();
        for (PidFile file : data.pidFiles()) {
            if (!file.name().equals(LAUNCHER) && file.alive().isPresent()) {
                names.add(file.name());
            }
        }
        PostgresProcess.find(data.postgres()).ifPresent(process -> names.add(Ports.POSTGRES));
        return names;
    }

    /** Ends every part that still runs, services first, and forgets the dead. Without effect when nothing is left. */
    public static void end(DataFolder data) {
        Ending.end(
                data.pidFiles().stream()
                        .filter(file -> !NOT_SERVICES.contains(file.name()))
                        .map(PidFile::alive)
                        .flatMap(Optional::stream)
                        .toList(),
                Ending.GRACE);
        Ending.end(data.pidFile(Ports.KAFKA).alive().stream().toList(), Ending.GRACE);
        LocalPostgres.stop(data.postgres());
        data.pidFiles().forEach(PidFile::delete);
        StackState.forget(data);
    }
}
