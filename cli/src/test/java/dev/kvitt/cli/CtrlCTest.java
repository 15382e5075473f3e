package dev.kvitt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.cli.support.FakeOperations;
import dev.kvitt.cli.support.Kvitt;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C ends the command and not the work. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class CtrlCTest {

    /** Of coreutils: a build in the background ignores interrupts, and so would what it starts. */
    private static final Path ENV = Path.of("/usr/bin/env");

    @TempDir
    Path home;

    @Test
    void a_replay_goes_on_and_the_person_is_told_how_to_stop_it() throws Exception {
        String running =
                "{\"id\":\"9\",\"target\":\"payment-service\",\"state\":\"running\",\"read\":1,\"toRead\":4000}";
        try (FakeOperations service = new FakeOperations()) {
            service.says("POST /api/replays", running).says("GET /api/replays/9", running);
            Process process = start(service, "replay", "payment-service", "--from", "1h", "--reason", "restored");
            try (BufferedReader err = process.errorReader()) {
                assertThat(err.readLine()).contains("replaying [");

                interrupt(process);

                assertThat(err.lines().toList())
                        .anyMatch(line -> line.contains("Replay 9 goes on at the service")
                                && line.contains("kvitt replay stop 9")
                                && line.contains("kvitt replay resume 9"));
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.waitFor()).isEqualTo(128 + 2);
            assertThat(service.requests()).noneMatch(request -> request.contains("/stop"));
        }
    }

    private Process start(FakeOperations service, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(ENV) && System.getProperty("os.name").equals("Linux")) {
            command.addAll(List.of(ENV.toString(), "--default-signal=INT"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(Kvitt.to(service, home).environment());
        return builder.start();
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }
}
