package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.VippsEnvironment;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;

/** Sends requests and tells apart what was never sent, what was answered and what is lost. */
public final class Transport implements AutoCloseable {
    /** Longest answer that is read, in bytes. Vipps' own are a few thousand. */
    public static final long MAX_ANSWER_BYTES = 1024 * 1024;

    private static final BodyHandler<String> BOUNDED =
            BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), MAX_ANSWER_BYTES);

    private final HttpClient http;
    private final Duration requestTimeout;
    private volatile boolean closing;

    /** Trusts whom the JVM trusts. */
    public Transport(VippsEnvironment environment) {
        this(environment, builder -> {});
    }

    /** Trusts whom it is told to. */
    public Transport(VippsEnvironment environment, SSLContext trust) {
        this(environment, builder -> builder.sslContext(trust));
    }

    private Transport(VippsEnvironment environment, Consumer<HttpClient.Builder> trust) {
        this.requestTimeout = environment.requestTimeout();
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(environment.connectTimeout());
        trust.accept(builder);
        this.http = builder.build();
    }

    /**
     * Waits for the whole answer: the JDK's own request timeout ends with the headers and would let a stalled body hang for ever.
     *
     * @param limit how long; past it nobody knows what became of the request
     */
    Transmission send(HttpRequest request, Duration limit) {
        if (closing) {
            return Transmission.NotSent.byUs("this client is closed");
        }
        if (Thread.currentThread().isInterrupted()) {
            return Transmission.NotSent.byUs("the caller was interrupted before the request was sent");
        }
        CompletableFuture<HttpResponse<String>> exchange = http.sendAsync(request, BOUNDED);
        try {
            HttpResponse<String> response = exchange.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return new Transmission.Answered(response.statusCode(), response.headers(), response.body());
        } catch (TimeoutException late) {
            exchange.cancel(true);
            return Transmission.Lost.onTheWay("no complete answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException stopped) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            return Transmission.Lost.byUs("the caller was interrupted while waiting for the answer");
        } catch (ExecutionException failure) {
            return TransportFailure.of(failure.getCause());
        }
    }

    /** Lets running requests end, for the request timeout at most. */
    @Override
    public void close() {
        closing = true;
        http.shutdown();
        try {
            if (!http.awaitTermination(requestTimeout)) {
                http.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            http.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
