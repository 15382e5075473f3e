package dev.kvitt.local.command;

import dev.kvitt.local.LauncherException;
import dev.kvitt.local.process.ChildProcess;
import dev.kvitt.local.process.LogFollower;
import dev.kvitt.local.process.PidFile;
import dev.kvitt.local.stack.DataFolder;
import dev.kvitt.local.stack.Java;
import dev.kvitt.local.stack.Leftovers;
import dev.kvitt.local.stack.StackState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts a launcher that goes on in the background, and tells what it says until everything is ready. */
final class BackgroundLauncher {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Site site;
    private final DataFolder data;

    BackgroundLauncher(Site site, DataFolder data) {
        this.site = site;
        this.data = data;
    }

    /**
     * Returns 0 when everything is ready, else the exit code of the launcher, which has told why.
     *
     * @param options of {@code up}, without {@code --detach}
     */
    int start(List<String> options) {
        if (data.pidFile(Leftovers.LAUNCHER).alive().isPresent()) {
            throw new LauncherException(
                    "A stack is up already in " + data.root() + ". See ./kvitt status, or stop it with ./kvitt down.");
        }
        StackState.forget(data);
        data.rotateLogs(List.of(Leftovers.LAUNCHER));
        ChildProcess launcher = ChildProcess.start(
                Leftovers.LAUNCHER,
                command(options),
                environment(),
                data.log(Leftovers.LAUNCHER),
                new PidFile(data.run().resolve("background.starting")));
        Thread endWithUs = new Thread(() -> launcher.handle().destroy(), "end-background-launcher");
        Runtime.getRuntime().addShutdownHook(endWithUs);
        int result = waitUntilReady(launcher);
        Runtime.getRuntime().removeShutdownHook(endWithUs);
        launcher.forget();
        return result;
    }

    private int waitUntilReady(ChildProcess launcher) {
        LogFollower output = new LogFollower(launcher.log(), System.out::println);
        try {
            boolean ready = false;
            while (!ready && !launcher.endedWithin(LOOK_EVERY)) {
                ready = StackState.read(data).isPresent();
                output.catchUp();
            }
            output.catchUp();
            return ready ? 0 : launcher.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException("The launcher's output cannot be read", e);
        }
    }

    private List<String> command(List<String> options) {
        List<String> command = new ArrayList<>(List.of(
                Java.program(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-D" + Site.HOME + "=" + site.home(),
                "-cp",
                System.getProperty("java.class.path"),
                site.mainClass().getName(),
                "up"));
        command.addAll(options);
        return command;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put(Site.DATA, data.root().toString());
        String base = site.environment().get(Site.PORT_BASE);
        if (base != null) {
            environment.put(Site.PORT_BASE, base);
        }
        return environment;
    }
}
