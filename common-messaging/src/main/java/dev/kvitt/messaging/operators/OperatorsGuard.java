package dev.kvitt.messaging.operators;

import dev.kvitt.messaging.quarkus.MessagingConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Lets in who shows the token of {@code kvitt.operators.token-file}. Without that setting there is no door: 404. */
@Provider
@ForOperators
@Singleton
public class OperatorsGuard implements ContainerRequestFilter {

    private static final int MAX_BYTES = 4096;
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = SCHEME.length() + MAX_BYTES;

    /** Filters are made while the service is built, before there is any setting. */
    private Optional<byte[]> expected = Optional.empty();

    void begin(@Observes StartupEvent event, MessagingConfig config) {
        expected = config.operators().tokenFile().map(file -> bytes(SCHEME + token(file)));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (expected.isEmpty()) {
            request.abortWith(Response.status(Response.Status.NOT_FOUND).build());
            return;
        }
        var shown = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (!isExpected(shown)) {
            request.abortWith(
                    Response.fromResponse(Problems.of(401, "unauthorized", "Show the token of operations-service."))
                            .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                            .build());
        }
    }

    /** Takes the same time for every wrong token of any length; nobody has this service look at a longer one than there can be. */
    private boolean isExpected(String shown) {
        return shown != null
                && shown.length() <= LONGEST
                && MessageDigest.isEqual(hash(expected.orElseThrow()), hash(bytes(shown)));
    }

    private static byte[] hash(byte[] text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String token(Path file) {
        try (var in = Files.newInputStream(file)) {
            var text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.US_ASCII).strip();
            if (text.isEmpty()) {
                throw new IllegalStateException(
                        "The file " + file + " is empty; it must hold the bearer token that operations-service shows.");
            }
            return text;
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The file " + file + " cannot be read (" + e.getClass().getSimpleName()
                            + "); it must hold the bearer token that operations-service shows.",
                    e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
