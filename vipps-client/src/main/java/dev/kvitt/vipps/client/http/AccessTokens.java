package dev.kvitt.vipps.client.http;

import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A sales unit's access token: fetched by one caller while the others wait for the same answer, and kept for its life. */
final class AccessTokens {
    private final Supplier<TokenResult> fetch;
    private final InstantSource clock;
    private final AtomicReference<AccessToken> kept = new AtomicReference<>();
    private final AtomicReference<CompletableFuture<TokenResult>> flight = new AtomicReference<>();

    AccessTokens(Supplier<TokenResult> fetch, InstantSource clock) {
        this.fetch = fetch;
        this.clock = clock;
    }

    TokenResult current() {
        AccessToken token = usable();
        return token == null ? join() : new TokenResult.Granted(token);
    }

    /** Forgets a token Vipps did not accept, unless another caller has replaced it already. */
    void reject(AccessToken token) {
        kept.compareAndSet(token, null);
    }

    private TokenResult join() {
        CompletableFuture<TokenResult> mine = new CompletableFuture<>();
        CompletableFuture<TokenResult> running = flight.compareAndExchange(null, mine);
        if (running != null) {
            return running.join();
        }
        try {
            mine.complete(land());
        } finally {
            flight.set(null);
            mine.completeExceptionally(new IllegalStateException("asking for an access token failed unexpectedly"));
        }
        return mine.join();
    }

    /** Looks once more first: the flight before may have landed between our look and our start. */
    private TokenResult land() {
        AccessToken landed = usable();
        if (landed != null) {
            return new TokenResult.Granted(landed);
        }
        TokenResult result = fetch.get();
        if (result instanceof TokenResult.Granted(AccessToken token)) {
            kept.set(token);
        }
        return result;
    }

    private AccessToken usable() {
        AccessToken token = kept.get();
        return token != null && clock.instant().isBefore(token.useUntil()) ? token : null;
    }
}
