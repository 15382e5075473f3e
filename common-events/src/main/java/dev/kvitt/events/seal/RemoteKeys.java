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
import java.util.function.Supplier;

/**
 * The installation's keys, asked for over HTTP and remembered, so that sealing goes on while nobody answers. Remembered
 * keys are asked for again after {@link #FRESH}; while that fails, the old ones serve until their own days are over.
 */
public final class RemoteKeys implements Supplier<JWKSet> {

    public static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIME_LIMIT).build();
    private final URI uri;
    private final String bearerToken;
    private final InstantSource clock;
    private JWKSet keys;
    private Instant nextAsk = Instant.MIN;

    /** @param bearerToken absent for public keys, which are for everybody */
    public RemoteKeys(URI uri, String bearerToken, InstantSource clock) {
        this.uri = uri;
        this.bearerToken = bearerToken;
        this.clock = clock;
    }

    /** @throws NoSealingKeyException when the keys were never had */
    @Override
    public synchronized JWKSet get() {
        var now = clock.instant();
        if (!now.isBefore(nextAsk)) {
            try {
                keys = ask();
                nextAsk = now.plus(FRESH);
            } catch (IOException | ParseException e) {
                nextAsk = now.plus(RETRY);
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

    private JWKSet ask() throws IOException, ParseException {
        var request = HttpRequest.newBuilder(uri).timeout(TIME_LIMIT).header("Accept", "application/json");
        if (bearerToken != null) {
            request.header("Authorization", "Bearer " + bearerToken);
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return JWKSet.parse(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
