package dev.kvitt.system.phone;

import dev.kvitt.local.FreePorts;
import dev.kvitt.local.process.ChildProcess;
import dev.kvitt.local.process.PidFile;
import dev.kvitt.local.stack.HealthProbe;
import dev.kvitt.local.stack.Java;
import dev.kvitt.system.StackUnderTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The packaged sandbox without anything of Kvitt around it, as another team has it. */
final class SandboxAlone implements AutoCloseable {

    static final String MERCHANT = "Fjordkiosken";

    private static final Path PROGRAM = Path.of("..", "vipps-sandbox", "target", "quarkus-app", "quarkus-run.jar");
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final ChildProcess process;
    private final String url;

    SandboxAlone() throws IOException {
        if (!Files.exists(PROGRAM)) {
            throw new IllegalStateException(PROGRAM + " is missing: ./kvitt build makes it");
        }
        var port = FreePorts.one();
        var folder = Files.createTempDirectory("kvitt-sandbox-alone-");
        url = "http://127.0.0.1:" + port;
        process = ChildProcess.start(
                "vipps-sandbox",
                List.of(Java.program(), "-XX:TieredStopAtLevel=1", "-Xmx256m", "-jar", PROGRAM.toString()),
                Map.of(
                        "QUARKUS_HTTP_PORT",
                        String.valueOf(port),
                        "SANDBOX_RULES_CREATE_LOOPBACK_HTTP_ACCEPTED",
                        "true",
                        "SANDBOX_RATE_LIMITS",
                        "false",
                        "SANDBOX_MERCHANTS_0__NAME",
                        MERCHANT),
                folder.resolve("sandbox.log"),
                new PidFile(folder.resolve("sandbox.pid")));
        StackUnderTest.waitFor(
                () -> HealthProbe.isReady(url), START_LIMIT, () -> "see " + folder.resolve("sandbox.log"));
    }

    String url() {
        return url;
    }

    /** A phone, or a page of it. */
    String phone(String number, String page) {
        return url + "/phone/" + number + page;
    }

    Kiosk kiosk() {
        return new Kiosk(url);
    }

    @Override
    public void close() {
        process.kill();
    }
}
