package dev.kvitt.helm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The docker command. */
final class Docker {

    private static final long LIMIT_SECONDS = 180;

    private Docker() {}

    /** What it prints, of both outputs. Throws with it when the command fails. */
    static String run(List<String> arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add("docker");
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output =
                new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + ": " + output);
        }
        return output;
    }

    static String run(String... arguments) throws IOException, InterruptedException {
        return run(List.of(arguments));
    }
}
