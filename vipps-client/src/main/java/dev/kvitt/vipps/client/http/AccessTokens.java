package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.VippsError;
import dev.kvitt.vipps.client.VippsError.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The access token of one set of credentials: fetched once while all callers wait for the same answer, and kept for its life. After a
 * failure nobody asks for a short while, so that a crowd of callers does not become a crowd of requests.
 */
final class AccessTokens {

    /** No longer than this is Vipps believed about its token endpoint: meanwhile nothing at all can be done for the sales unit. */
    static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private record Pause(TokenResult failure, Instant until, Duration length) {}

    private final Supplier<TokenResult> fetch;
    private final InstantSource clock;
    private final Duration pauseAfterFailure;
    private final AtomicReference<AccessToken> kept = new AtomicReference<>();
    private final AtomicReference<Pause> pause = new AtomicReference<>();
    private final AtomicReference<CompletableFuture<TokenResult>> flight = new AtomicReference<>();

    AccessTokens(Supplier<TokenResult> fetch, InstantSource clock, Duration pauseAfterFailure) {
        this.fetch = fetch;
        this.clock = clock;
        this.pauseAfterFailure = pauseAfterFailure;
    }

    /** Waits no longer than the call that wants it may take. */
    TokenResult current(Deadline deadline) {
        return known().orElseGet(() -> join(deadline));
    }

    /** Whether there is a token that was not fetched for the caller. */
    boolean isAtHand() {
        return usable().isPresent();
    }

    /** Forgets a token Vipps did not accept, unless another caller has replaced it already. */
    void reject(AccessToken token) {
        kept.compareAndSet(token, null);
    }

    /**
     * The request has a thread of its own: the others' token must not depend on one caller, who may be interrupted.
     */
    private TokenResult join(Deadline deadline) {
        CompletableFuture<TokenResult> mine = new CompletableFuture<>();
        CompletableFuture<TokenResult> running = flight.compareAndExchange(null, mine);
        if (running != null) {
            return await(running, deadline);
        }
        try {
            Thread.ofPlatform().daemon().name("vipps-access-token").start(() -> fly(mine));
        } catch (Error e) {
            // No thread, no flight: whoever waits for it already must hear of it.
            flight.compareAndSet(mine, null);
            mine.completeExceptionally(e);
            throw e;
        }
        return await(mine, deadline);
    }

    /** Who gives up waiting leaves the flight to the others, and to its own next try. */
    private static TokenResult await(CompletableFuture<TokenResult> flight, Deadline deadline) {
        try {
            return flight.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            return notWaited(Stage.ACCESS_TOKEN, "No access token in the time that the call may take");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return notWaited(Stage.NOT_SENT, "the caller was interrupted while waiting for an access token");
        } catch (ExecutionException failure) {
            throw new CompletionException(failure.getCause());
        }
    }

    private static TokenResult notWaited(Stage stage, String why) {
        return new TokenResult.Unavailable(VippsError.notSent(stage, why), Optional.empty());
    }

    /** What was learned is kept before the flight is over, and the flight is over before anybody is told. */
    private void fly(CompletableFuture<TokenResult> mine) {
        try {
            TokenResult result = known().orElseGet(this::land);
            flight.set(null);
            mine.complete(result);
        } finally {
            flight.compareAndSet(mine, null);
            mine.completeExceptionally(new IllegalStateException("asking for an access token failed unexpectedly"));
        }
    }

    private TokenResult land() {
        TokenResult result = fetch.get();
        switch (result) {
            case TokenResult.Granted(AccessToken token) -> kept.set(token);
            case TokenResult.Denied _ -> pause(result, pauseAfterFailure);
            case TokenResult.Unavailable unavailable ->
                pause(result, longer(unavailable.retryAfter().orElse(Duration.ZERO)));
        }
        return result;
    }

    private Duration longer(Duration asked) {
        var bounded = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
        return bounded.compareTo(pauseAfterFailure) > 0 ? bounded : pauseAfterFailure;
    }

    private void pause(TokenResult failure, Duration length) {
        pause.set(new Pause(failure, clock.instant().plus(length), length));
    }

    /** What needs no request: a token, or the failure of a moment ago. */
    private Optional<TokenResult> known() {
        return usable().<TokenResult>map(TokenResult.Granted::new).or(this::paused);
    }

    /** A pause longer than it was meant to be comes from a clock that was set back, and counts as over. */
    private Optional<TokenResult> paused() {
        Pause last = pause.get();
        if (last == null) {
            return Optional.empty();
        }
        Duration left = Duration.between(clock.instant(), last.until());
        if (!left.isPositive() || left.compareTo(last.length()) > 0) {
            return Optional.empty();
        }
        return Optional.of(
                last.failure() instanceof TokenResult.Unavailable unavailable
                        ? new TokenResult.Unavailable(unavailable.error(), Optional.of(left))
                        : last.failure());
    }

    private Optional<AccessToken> usable() {
        return Optional.ofNullable(kept.get()).filter(token -> clock.instant().isBefore(token.useUntil()));
    }
}
