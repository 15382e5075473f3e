package dev.kvitt.sandbox.packaged;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged sandbox as a process of its own, and a merchant's calls to it. */
final class PackagedSandbox implements AutoCloseable {

    static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://[0-9.:]+)");

    /** A whole answer. */
    record Answer(int status, String body) {}

    private final Process process;
    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile String token = "";

    private PackagedSandbox(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static boolean isBuilt() {
        return Files.exists(JAR);
    }

    /** @param options of the JVM; settings as {@code -D} */
    static PackagedSandbox start(List<String> options) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-Dquarkus.http.port=0", "-Dsandbox.rate-limits=false", "-jar", JAR.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(rest -> {}));
                return new PackagedSandbox(process, listening.group(1));
            }
        }
        throw new IllegalStateException("The sandbox ended before it was ready:\n" + said);
    }

    /** Takes a token for the demo merchant; one of before a restart is still good. */
    PackagedSandbox with(String known) throws IOException, InterruptedException {
        token = known.isEmpty() ? field(send("POST", "/accesstoken/get", "", "").body(), "access_token") : known;
        return this;
    }

    String token() {
        return token;
    }

    long pid() {
        return process.pid();
    }

    Answer post(String path, String key, String body) throws IOException, InterruptedException {
        return send("POST", path, key, body);
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send("GET", path, "", "");
    }

    /** As a power cut would, for the process. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
        http.close();
    }

    static String field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + name + " in " + json);
        }
        return matcher.group(1);
    }

    private Answer send(String method, String path, String key, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .header("client_id", "demo-client-id")
                .header("client_secret", "demo-client-secret")
                .header("Ocp-Apim-Subscription-Key", "demo-subscription-key")
                .header("Merchant-Serial-Number", "123456")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }
}
