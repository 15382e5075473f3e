package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The access tokens given out; several may be valid for one holder. */
@ApplicationScoped
@Startup(StateLog.BEFORE_READING)
public class AccessTokens {

    /** @param value opaque; a secret, so it never shows itself */
    public record Token(String value, TokenHolder holder, Instant issuedAt, Instant expiresAt) {
        @Override
        public String toString() {
            return "Token[" + holder + "]";
        }
    }

    /** What is kept of a token: not the token itself. */
    record Issued(TokenHolder holder, Instant expiresAt) {
        boolean isValid(Instant now) {
            return now.isBefore(expiresAt);
        }
    }

    private record Old(String digest, Instant expiresAt) {}

    private final Shelf<String, Issued> byDigest;
    private final Deque<Old> oldestFirst = new ConcurrentLinkedDeque<>();
    private final StateLog state;
    private final SandboxClock clock;
    private final Ids ids;

    public AccessTokens(StateLog state, SandboxClock clock, Ids ids) {
        this.state = state;
        this.clock = clock;
        this.ids = ids;
        this.byDigest = state.shelf(ShelfName.of("access-tokens"), String.class, Issued.class);
        byDigest.watch((digest, before, after) -> {
            before.ifPresent(issued -> oldestFirst.remove(new Old(digest, issued.expiresAt())));
            after.ifPresent(issued -> oldestFirst.add(new Old(digest, issued.expiresAt())));
        });
    }

    public Token issue(TokenHolder holder, Duration life) {
        Instant now = clock.now();
        Instant end = now.plus(life);
        Token token = new Token(ids.accessToken(now, end), holder, now, end);
        return state.together(() -> {
            forgetExpired(now);
            byDigest.put(digest(token.value()), new Issued(holder, end));
            return token;
        });
    }

    /** Whose token it is; empty if unknown or expired. */
    public Optional<TokenHolder> holder(String value) {
        return byDigest.get(digest(value))
                .filter(issued -> issued.isValid(clock.now()))
                .map(Issued::holder);
    }

    /** One that outlives those issued after it keeps them here a little longer, which nobody notices. */
    private void forgetExpired(Instant now) {
        for (Old oldest : oldestFirst) {
            if (now.isBefore(oldest.expiresAt())) {
                return;
            }
            byDigest.remove(oldest.digest());
        }
    }

    private static String digest(String value) {
        try {
            byte[] text = value.getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256: tokens cannot be told apart", e);
        }
    }
}
