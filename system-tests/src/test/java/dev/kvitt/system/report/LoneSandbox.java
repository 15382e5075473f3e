package dev.kvitt.system.report;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The packaged sandbox by itself, in a process of its own. */
final class LoneSandbox implements AutoCloseable {

    private static final Path JAR = Path.of("..", "vipps-sandbox", "target", "quarkus-app", "quarkus-run.jar");
    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[0-9.:]+)");

    private final Process process;
    private final URI uri;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private LoneSandbox(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** @param settings as {@code key=value} */
    static LoneSandbox start(String... settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-Dquarkus.http.port=0", "-Dsandbox.rate-limits=false"));
        for (String setting : settings) {
            command.add("-D" + setting);
        }
        command.addAll(List.of("-jar", JAR.toString()));
        try {
            return listening(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LoneSandbox listening(Process process) throws IOException {
        var output = process.inputReader(StandardCharsets.UTF_8);
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            var listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> passOver(output));
                return new LoneSandbox(process, URI.create(listening.group(1)));
            }
        }
        throw new IllegalStateException(
                "The sandbox ended before it was ready (is it packaged? ./kvitt build):\n" + said);
    }

    /** What it says later must be read, or it would wait for somebody to. */
    private static void passOver(Reader output) {
        try (output) {
            output.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // It was stopped while it spoke.
        }
    }

    URI uri() {
        return uri;
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
