package dev.kvitt.sandbox.domain;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The access tokens given out; several may be valid for one holder. */
@ApplicationScoped
public class AccessTokens {

    /** @param value opaque; a secret, so it never shows itself */
    public record Token(String value, TokenHolder holder, Instant issuedAt, Instant expiresAt) {
        boolean isExpired(Instant now) {
            return !now.isBefore(expiresAt);
        }

        @Override
        public String toString() {
            return "Token[" + holder + "]";
        }
    }

    private final Map<String, Token> byValue = new ConcurrentHashMap<>();
    private final Queue<Token> oldestFirst = new ConcurrentLinkedQueue<>();
    private final SandboxClock clock;
    private final Ids ids;

    public AccessTokens(SandboxClock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    public Token issue(TokenHolder holder, Duration life) {
        Instant now = clock.now();
        forgetExpired(now);
        Instant end = now.plus(life);
        Token token = new Token(ids.accessToken(now, end), holder, now, end);
        byValue.put(token.value(), token);
        oldestFirst.add(token);
        return token;
    }

    /** Whose token it is; empty if unknown or expired. */
    public Optional<TokenHolder> holder(String value) {
        return Optional.ofNullable(byValue.get(value))
                .filter(token -> !token.isExpired(clock.now()))
                .map(Token::holder);
    }

    /** One that outlives those issued after it keeps them here a little longer, which nobody notices. */
    private void forgetExpired(Instant now) {
        for (Token oldest = oldestFirst.peek(); oldest != null && oldest.isExpired(now); oldest = oldestFirst.peek()) {
            oldestFirst.remove(oldest);
            byValue.remove(oldest.value());
        }
    }
}
