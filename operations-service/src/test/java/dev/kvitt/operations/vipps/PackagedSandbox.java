package dev.kvitt.operations.vipps;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The packaged sandbox in a process of its own, where the service under test expects its Vipps, with the keys that it shows. */
final class PackagedSandbox implements AutoCloseable {
    private static final Path TARGET = Path.of("..", "vipps-sandbox", "target");

    private final Process process;
    private final URI uri;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private PackagedSandbox(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** The program, once it is packaged. */
    static Optional<Path> program() {
        return Stream.of("quarkus-app/quarkus-run.jar", "vipps-sandbox-0.1.0-SNAPSHOT-runner.jar")
                .map(TARGET::resolve)
                .filter(Files::exists)
                .findFirst();
    }

    static PackagedSandbox start(URI at) {
        String merchant = "-Dsandbox.merchants[0].";
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.port=" + at.getPort(),
                "-Dsandbox.rate-limits=false",
                merchant + "client-id=key",
                merchant + "client-secret=key",
                merchant + "subscription-key=key",
                "-jar",
                program().orElseThrow().toString());
        try {
            return listening(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PackagedSandbox listening(Process process, URI at) throws IOException {
        var output = process.inputReader(StandardCharsets.UTF_8);
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Listening on: ")) {
                Thread.ofVirtual().start(() -> passOver(output));
                return new PackagedSandbox(process, at);
            }
        }
        throw new IllegalStateException("The sandbox ended before it was ready:\n" + said);
    }

    /** What it says later must be read, or it would wait for somebody to. */
    private static void passOver(Reader output) {
        try (output) {
            output.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // It was stopped while it spoke.
        }
    }

    /** Turns its dial. */
    void post(String path, String body) {
        var request = HttpRequest.newBuilder(uri.resolve(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        process.onExit().join();
    }
}
