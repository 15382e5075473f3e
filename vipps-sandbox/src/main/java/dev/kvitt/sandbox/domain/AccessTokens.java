package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.TimeLimits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The access tokens given out; several may be valid for one sales unit. */
@ApplicationScoped
public class AccessTokens {

    /** @param value opaque; a secret, so it never shows itself */
    public record Token(String value, Msn msn, Instant issuedAt) {
        public Instant expiresAt() {
            return issuedAt.plus(TimeLimits.ACCESS_TOKEN);
        }

        @Override
        public String toString() {
            return "Token[" + msn + "]";
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

    public Token issue(Msn msn) {
        Instant now = clock.now();
        forgetExpired(now);
        Token token = new Token(ids.accessToken(), msn, now);
        byValue.put(token.value(), token);
        oldestFirst.add(token);
        return token;
    }

    /** Whose token it is; empty if unknown or expired. */
    public Optional<Msn> owner(String value) {
        Instant now = clock.now();
        return Optional.ofNullable(byValue.get(value))
                .filter(token -> now.isBefore(token.expiresAt()))
                .map(Token::msn);
    }

    private void forgetExpired(Instant now) {
        for (Token oldest = oldestFirst.peek();
                oldest != null && !now.isBefore(oldest.expiresAt());
                oldest = oldestFirst.peek()) {
            oldestFirst.remove(oldest);
            byValue.remove(oldest.value());
        }
    }
}
