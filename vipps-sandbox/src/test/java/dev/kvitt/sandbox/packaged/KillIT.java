package dev.kvitt.sandbox.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox is killed while merchants' software writes, again and again, and started on the same file. */
class KillIT {

    private static final String PAYMENTS = "/epayment/v1/payments";
    private static final int KILLS = 3;
    private static final int CLIENTS = 4;
    private static final int WAIT_SECONDS = 60;

    /** What was asked; with what was answered if the answer came. */
    private record Asked(String path, String key, String body) {}

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Map<Asked, PackagedSandbox.Answer> answered = new ConcurrentHashMap<>();
    private final Queue<Asked> unanswered = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> delivered = new LinkedBlockingQueue<>();
    private volatile boolean receiverIsWell;

    @TempDir
    Path folder;

    @Test
    void what_was_answered_survives_and_nothing_happens_twice() throws Exception {
        assumeTrue(PackagedSandbox.isBuilt(), "The sandbox is not packaged: ./mvnw -pl vipps-sandbox -am verify");
        System.out.println("KillIT seed " + seed);
        HttpServer receiver = receiver();
        String token = "";
        for (int kill = 0; kill < KILLS; kill++) {
            try (PackagedSandbox sandbox = start().with(token)) {
                if (token.isEmpty()) {
                    register(sandbox, receiver.getAddress().getPort());
                }
                token = sandbox.token();
                workUntilKilled(sandbox);
            }
        }
        receiverIsWell = true;
        try (PackagedSandbox sandbox = start().with(token)) {
            nothingIsLostOrDoubled(sandbox);
            everyCaptureIsDelivered();
        } finally {
            receiver.stop(0);
        }
    }

    private PackagedSandbox start() throws IOException {
        return PackagedSandbox.start(List.of(
                "-Dsandbox.state-file=" + folder.resolve("state.jsonl"),
                "-Dsandbox.allow-loopback-http=true",
                "-Dsandbox.webhooks.retry-scale=0.01"));
    }

    private static void register(PackagedSandbox sandbox, int port) throws Exception {
        String wish = "{\"url\":\"http://127.0.0.1:%d/hook\",\"events\":[\"epayments.payment.captured.v1\"]}";
        assertThat(sandbox.post("/webhooks/v1/webhooks", "", wish.formatted(port))
                        .status())
                .isEqualTo(201);
    }

    private void workUntilKilled(PackagedSandbox sandbox) throws InterruptedException {
        CountDownLatch answers = new CountDownLatch(20 + random.nextInt(200));
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.execute(() -> sellUntilKilled(sandbox, answers));
            }
            assertThat(answers.await(WAIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            sandbox.kill();
        }
    }

    private void sellUntilKilled(PackagedSandbox sandbox, CountDownLatch answers) {
        boolean alive = true;
        while (alive) {
            String reference = "kill-" + UUID.randomUUID();
            alive = ask(sandbox, new Asked(PAYMENTS, newKey(), create(reference)), answers)
                    && ask(sandbox, new Asked("/sandbox/v1/payments/123456/" + reference + "/approve", "", ""), answers)
                    && ask(sandbox, capture(reference), answers)
                    && ask(sandbox, capture(reference), answers);
        }
    }

    /** @return whether an answer came */
    private boolean ask(PackagedSandbox sandbox, Asked asked, CountDownLatch answers) {
        try {
            PackagedSandbox.Answer answer = sandbox.post(asked.path(), asked.key(), asked.body());
            answered.put(asked, answer);
            answers.countDown();
            return true;
        } catch (IOException killed) {
            unanswered.add(asked);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void nothingIsLostOrDoubled(PackagedSandbox sandbox) throws Exception {
        for (Map.Entry<Asked, PackagedSandbox.Answer> done : answered.entrySet()) {
            Asked asked = done.getKey();
            assertThat(done.getValue().status()).as("%s, seed %d", asked, seed).isBetween(200, 201);
            if (!asked.key().isEmpty()) {
                assertThat(sandbox.post(asked.path(), asked.key(), asked.body()))
                        .as("the same answer to %s, seed %d", asked, seed)
                        .isEqualTo(done.getValue());
            }
        }
        for (Asked asked : unanswered) {
            if (!asked.key().isEmpty()) {
                assertThat(sandbox.post(asked.path(), asked.key(), asked.body()).status())
                        .as("%s, seed %d", asked, seed)
                        .isBetween(200, 201);
            }
        }
        String booked = booked(sandbox);
        for (String reference : references()) {
            String events = sandbox.get(PAYMENTS + "/" + reference + "/events").body();
            String payment = sandbox.get(PAYMENTS + "/" + reference).body();
            int captures = count(events, "\"name\":\"CAPTURED\"");
            assertThat(captures).as("%s, seed %d", reference, seed).isEqualTo(capturesAsked(reference));
            assertThat(count(booked, "\"reference\":\"" + reference + "\""))
                    .as("rows of the ledger for %s, seed %d", reference, seed)
                    .isEqualTo(captures);
            assertThat(payment)
                    .as("the sum is that of the events, seed %d", seed)
                    .containsPattern("\"capturedAmount\":\\{[^}]*\"value\":" + captures * 1000 + "[,}]");
        }
    }

    /** All captures that the ledger tells. */
    private static String booked(PackagedSandbox sandbox) throws Exception {
        StringBuilder all = new StringBuilder();
        String place = "";
        String page;
        do {
            page = sandbox.get("/report/v2/ledgers/30123456/funds/feed?cursor=" + place)
                    .body();
            all.append(page);
            place = PackagedSandbox.field(page, "cursor");
        } while (page.contains("\"tryLater\":false"));
        return all.toString();
    }

    /** Each key once, whether its answer came before the kill or only at the repetition. */
    private int capturesAsked(String reference) {
        String path = capture(reference).path();
        List<Asked> all = new ArrayList<>(answered.keySet());
        all.addAll(unanswered);
        return (int) all.stream().filter(asked -> asked.path().equals(path)).count();
    }

    private void everyCaptureIsDelivered() throws InterruptedException {
        Set<String> missing = new HashSet<>();
        for (String reference : references()) {
            if (capturesAsked(reference) > 0) {
                missing.add(reference);
            }
        }
        while (!missing.isEmpty()) {
            String body = delivered.poll(WAIT_SECONDS, TimeUnit.SECONDS);
            assertThat(body).as("webhooks of %s, seed %d", missing, seed).isNotNull();
            missing.remove(PackagedSandbox.field(body, "reference"));
        }
    }

    private Set<String> references() {
        Set<String> references = new HashSet<>();
        answered.keySet().stream()
                .filter(asked -> asked.path().equals(PAYMENTS))
                .forEach(asked -> references.add(PackagedSandbox.field(asked.body(), "reference")));
        return references;
    }

    /** A merchant whose endpoint is down until the sandbox was killed for the last time. */
    private HttpServer receiver() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                boolean taken = receiverIsWell;
                exchange.sendResponseHeaders(taken ? 200 : 503, -1);
                if (taken) {
                    delivered.add(body);
                }
            }
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return server;
    }

    private static Asked capture(String reference) {
        String body = "{\"modificationAmount\":{\"value\":1000,\"currency\":\"NOK\"}}";
        return new Asked(PAYMENTS + "/" + reference + "/capture", newKey(), body);
    }

    private static String create(String reference) {
        return """
                {"amount":{"value":5000,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},"reference":"%s",
                 "userFlow":"WEB_REDIRECT","returnUrl":"https://shop.example/return","paymentDescription":"Fanta"}
                """
                .formatted(reference);
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static int count(String text, String part) {
        return (int)
                Pattern.compile(Pattern.quote(part)).matcher(text).results().count();
    }
}
