package dev.kvitt.events.seal;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The installation's keys, asked for over HTTP and remembered, so that sealing goes on while nobody answers. Remembered
 * keys are asked for again after {@link #FRESH}; while that fails, the old ones serve until their own days are over.
 */
public final class RemoteKeys implements Supplier<JWKSet> {

    public static final Duration FRESH = Duration.ofMinutes(5);
    /** From a failed call to the next. Everybody who seals waits during a call; a customer whose key is new waits for it. */
    public static final Duration RETRY = Duration.ofSeconds(5);

    /** Of a whole call. */
    public static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    private final HttpClient http;
    private final URI uri;
    private final String bearerToken;
    private final InstantSource clock;
    private final Duration timeLimit;
    private JWKSet keys;
    private Instant nextAsk = Instant.MIN;

    /** @param bearerToken absent for public keys, which are for everybody */
    public RemoteKeys(URI uri, String bearerToken, InstantSource clock) {
        this(uri, bearerToken, clock, TIME_LIMIT);
    }

    RemoteKeys(URI uri, String bearerToken, InstantSource clock, Duration timeLimit) {
        this.uri = uri;
        this.bearerToken = bearerToken;
        this.clock = clock;
        this.timeLimit = timeLimit;
        this.http = HttpClient.newBuilder().connectTimeout(timeLimit).build();
    }

    /** @throws NoSealingKeyException when the keys were never had */
    @Override
    public synchronized JWKSet get() {
        if (!clock.instant().isBefore(nextAsk)) {
            try {
                keys = ask();
                next(FRESH);
            } catch (IOException | ParseException e) {
                next(RETRY);
                if (keys == null) {
                    throw new NoSealingKeyException("the sealing keys could not be had from " + uri, e);
                }
            }
        }
        if (keys == null) {
            throw new NoSealingKeyException("the sealing keys could not be had from " + uri);
        }
        return keys;
    }

    /** Counted from after the call: a service that hangs would otherwise be waited for at each sealing. */
    private void next(Duration pause) {
        nextAsk = clock.instant().plus(pause);
    }

    private JWKSet ask() throws IOException, ParseException {
        var request = HttpRequest.newBuilder(uri).timeout(timeLimit).header("Accept", "application/json");
        if (bearerToken != null) {
            request.header("Authorization", "Bearer " + bearerToken);
        }
        try {
            var answer = answered(http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()));
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return JWKSet.parse(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The request's own time limit ends with the headers; a body may hang as well. */
    private HttpResponse<String> answered(CompletableFuture<HttpResponse<String>> call)
            throws IOException, InterruptedException {
        try {
            return call.get(timeLimit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the call failed", e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + timeLimit, e);
        } finally {
            call.cancel(true);
        }
    }
}
