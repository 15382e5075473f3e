package dev.kvitt.sandbox.packaged;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a packaged sandbox with payments over HTTP, kills it, starts it again and looks whether they are as they were.
 * Prints how fast, how much heap, how large a file, how long a start. Arguments: how many payments; optionally the heap (as
 * of {@code -Xmx}, usually 512m) and how many clients at once.
 */
final class LoadMain {

    private static final String PAYMENTS = "/epayment/v1/payments/";
    private static final String KNOWN = "/sandbox/v1/payments/123456/";
    private static final int REPORTS = 10;
    private static final int SAMPLES = 200;
    private static final long KILO = 1024;

    private final int payments;
    private final String heap;
    private final int clients;
    private final Path file;

    private LoadMain(int payments, String heap, int clients, Path file) {
        this.payments = payments;
        this.heap = heap;
        this.clients = clients;
        this.file = file;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("sandbox-load");
        Path file = folder.resolve("state.jsonl");
        try {
            new LoadMain(
                            Integer.parseInt(arguments[0]),
                            arguments.length > 1 ? arguments[1] : "512m",
                            arguments.length > 2 ? Integer.parseInt(arguments[2]) : 4,
                            file)
                    .run();
        } finally {
            for (String name : List.of("state.jsonl", "state.jsonl.next", "state.jsonl.lock")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private void run() throws Exception {
        Map<String, String> samples;
        String token;
        try (PackagedSandbox sandbox = start("empty").with("")) {
            token = sandbox.token();
            fill(sandbox);
            samples = samples(sandbox);
            report(sandbox, "before the kill, after a full collection", true);
        }
        try (PackagedSandbox sandbox = start("killed").with(token)) {
            samples(sandbox).forEach((reference, now) -> {
                if (!now.equals(samples.get(reference))) {
                    throw new IllegalStateException("Before the kill:\n" + samples.get(reference) + "\nnow:\n" + now);
                }
            });
            System.out.printf("%d payments of all ages are as they were, with events and keys%n", samples.size());
            report(sandbox, "after the restart, after a full collection", true);
        }
    }

    private PackagedSandbox start(String state) throws IOException {
        Instant begin = Instant.now();
        PackagedSandbox sandbox = PackagedSandbox.start(
                List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError", "-Dsandbox.state-file=" + file));
        System.out.printf("%s sandbox ready in %.1f s%n", state, seconds(begin));
        return sandbox;
    }

    private void fill(PackagedSandbox sandbox) throws Exception {
        Instant begin = Instant.now();
        AtomicInteger next = new AtomicInteger();
        int portion = Math.max(1, payments / REPORTS);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<?>> all = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                all.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < payments; number = next.getAndIncrement()) {
                        live(sandbox, "load-test-" + number);
                        if ((number + 1) % portion == 0) {
                            double rate = (number + 1) / seconds(begin);
                            report(sandbox, "%d payments, %.0f a second".formatted(number + 1, rate), false);
                        }
                    }
                    return null;
                }));
            }
            all.forEach(LoadMain::await);
        }
    }

    /** A payment's usual life. */
    private static void live(PackagedSandbox sandbox, String reference) throws Exception {
        post(sandbox, "/epayment/v1/payments", reference + "-create", create(reference));
        post(sandbox, KNOWN + reference + "/approve", "", "");
        capture(sandbox, reference);
        post(sandbox, PAYMENTS + reference + "/cancel", reference + "-cancel", "");
    }

    private static String capture(PackagedSandbox sandbox, String reference) throws Exception {
        String half = "{\"modificationAmount\":{\"value\":2500,\"currency\":\"NOK\"}}";
        return post(sandbox, PAYMENTS + reference + "/capture", reference + "-capture", half);
    }

    /** Access tokens end during long runs. */
    private static String post(PackagedSandbox sandbox, String path, String key, String body) throws Exception {
        PackagedSandbox.Answer answer = sandbox.post(path, key, body);
        if (answer.status() == 401) {
            sandbox.with("");
            answer = sandbox.post(path, key, body);
        }
        return good(path, answer);
    }

    private static String good(String path, PackagedSandbox.Answer answer) {
        if (answer.status() != 200 && answer.status() != 201) {
            throw new IllegalStateException(path + " was answered " + answer);
        }
        return answer.body();
    }

    /** What is known of some payments: their sums, events and receipts, and what a repeated capture is answered. */
    private Map<String, String> samples(PackagedSandbox sandbox) throws Exception {
        Map<String, String> samples = new LinkedHashMap<>();
        for (int number = 0; number < payments; number += Math.max(1, payments / SAMPLES)) {
            String reference = "load-test-" + number;
            String again = capture(sandbox, reference);
            String known = good(reference, sandbox.get(KNOWN + reference));
            if (!known.contains("\"CANCELLED\"")) {
                throw new IllegalStateException("Not what was done to it: " + known);
            }
            samples.put(reference, known + again);
        }
        return samples;
    }

    private void report(PackagedSandbox sandbox, String when, boolean collected) throws IOException {
        if (collected) {
            jcmd(sandbox, "GC.run");
        }
        Matcher used = Pattern.compile("used (\\d+)K").matcher(jcmd(sandbox, "GC.heap_info"));
        String heapUsed = used.find() ? Long.parseLong(used.group(1)) / KILO + " MB" : "unknown";
        System.out.printf(
                "%s: heap used %s of %s, state file %d MB%n", when, heapUsed, heap, Files.size(file) / KILO / KILO);
    }

    private static String jcmd(PackagedSandbox sandbox, String command) throws IOException {
        Path program = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(program.toString(), Long.toString(sandbox.pid()), command)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(Instant since) {
        return Duration.between(since, Instant.now()).toMillis() / 1000.0;
    }

    private static String create(String reference) {
        return """
                {"amount":{"value":5000,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},"reference":"%1$s",
                 "customer":{"phoneNumber":"4712345678"},"customerInteraction":"CUSTOMER_PRESENT",
                 "userFlow":"WEB_REDIRECT","returnUrl":"https://shop.example/%1$s","paymentDescription":"Fanta 0,5 l",
                 "metadata":{"sale":"%1$s","machine":"machine-0042"},
                 "receipt":{"orderLines":[
                  {"name":"Fanta 0,5 l","id":"fanta-05","totalAmount":3000,"totalAmountExcludingTax":2400,
                   "totalTaxAmount":600,"taxRate":2500},
                  {"name":"Kvikk Lunsj","id":"kvikk-lunsj-47","totalAmount":2000,"totalAmountExcludingTax":1600,
                   "totalTaxAmount":400,"taxRate":2500}],
                  "bottomLine":{"currency":"NOK","posId":"machine-0042","receiptNumber":"%1$s"}}}
                """
                .formatted(reference);
    }
}
