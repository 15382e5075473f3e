package dev.kvitt.local.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Reads a service's metrics, as a monitor does. */
public final class Scrape {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Scrape() {}

    /**
     * All metrics once each of these series is more than 0: a moment after what it counts has been told.
     *
     * @param service its address, such as {@code http://localhost:8081}
     * @param counted series with their labels, such as {@code kvitt_receipts_total{outcome="posted"}}
     */
    public static String until(String service, String... counted) {
        var end = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            var text = read(service);
            var missing = List.of(counted).stream()
                    .filter(series -> !grown(text, series))
                    .toList();
            if (missing.isEmpty()) {
                return text;
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("still 0 or not there after " + LIMIT + ": " + missing + " in\n" + text);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean grown(String text, String series) {
        return text.lines()
                .filter(line -> line.startsWith(series + " "))
                .anyMatch(line -> Double.parseDouble(line.substring(series.length() + 1)) > 0);
    }

    private static String read(String service) {
        var request = HttpRequest.newBuilder(URI.create(service + "/q/metrics")).build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException("the metrics of " + service + " cannot be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while metrics were read", e);
        }
    }
}
