package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.AccountingKeys;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.SalesUnitKeys;
import dev.kvitt.vipps.client.VippsEnvironment;
import dev.kvitt.vipps.client.VippsError;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/**
 * Makes one owner's calls. Where Vipps accepts neither a token nor a fresh one, the other subscription key is tried, with a token of its own;
 * the key that worked is used from then on. A call is sent {@value #MAX_SENDS} times at most, each but the last answered 401, and all of
 * that is over when the environment's {@code requestTimeout} is.
 */
public final class KeyedCalls implements Calls {
    /** With two keys: the token at hand and a fresh one of each. */
    static final int MAX_SENDS = 4;

    private static final Logger LOG = Logger.getLogger("dev.kvitt.vipps.client");

    private final String owner;
    private final List<Door> doors;
    private final AtomicInteger inUse = new AtomicInteger();
    private final Verdict verdict;
    private final Duration limit;
    private final Duration connectTimeout;
    private final LongSupplier nanoTime;

    private KeyedCalls(
            String owner, List<Door> doors, VippsEnvironment environment, InstantSource clock, LongSupplier nanoTime) {
        this.owner = owner;
        this.doors = doors;
        this.verdict = new Verdict(clock);
        this.limit = environment.requestTimeout();
        this.connectTimeout = environment.connectTimeout();
        this.nanoTime = nanoTime;
    }

    /** Calls of a sales unit. */
    public static Calls of(
            VippsEnvironment environment, SalesUnitKeys keys, GuardedTransport transport, InstantSource clock) {
        return of(environment, keys, transport, clock, System::nanoTime);
    }

    /** @param nanoTime what a call's time is measured by */
    static Calls of(
            VippsEnvironment environment,
            SalesUnitKeys keys,
            GuardedTransport transport,
            InstantSource clock,
            LongSupplier nanoTime) {
        var headers = new RequestHeaders(environment);
        List<Door> doors = keys.subscriptionKeys().stream()
                .map(key -> new Door(new SalesUnitCredentials(headers, keys, key), transport, environment, clock))
                .toList();
        return new KeyedCalls(transport.owner(), doors, environment, clock, nanoTime);
    }

    /** Calls of an accounting system. */
    public static Calls of(
            VippsEnvironment environment, AccountingKeys keys, GuardedTransport transport, InstantSource clock) {
        var credentials = new AccountingCredentials(new RequestHeaders(environment), keys);
        List<Door> doors = List.of(new Door(credentials, transport, environment, clock));
        return new KeyedCalls(transport.owner(), doors, environment, clock, System::nanoTime);
    }

    @Override
    public <T> Outcome<T> make(Call call, AnswerReader<T> reader) {
        return switch (attempt(call, Deadline.in(limit, connectTimeout, nanoTime))) {
            case Attempt.Tried(Transmission result) -> verdict.on(result, reader);
            case Attempt.WithoutToken(TokenResult why) -> Verdict.withoutToken(why);
            case Attempt.Late(VippsError why) -> new Outcome.Busy<>(why, Optional.empty());
        };
    }

    private Attempt attempt(Call call, Deadline deadline) {
        int first = inUse.get();
        Attempt attempt = doors.get(first).attempt(call, deadline);
        if (!attempt.isUnauthorized() || doors.size() == 1) {
            return attempt;
        }
        int other = doors.size() - 1 - first;
        Attempt second = doors.get(other).attempt(call, deadline).after(attempt);
        if (provesTheKey(second) && inUse.compareAndSet(first, other)) {
            LOG.warnf(
                    "Vipps no longer accepts subscription key %d of %s; key %d works and is used from now on. No call was lost."
                            + " Put the new key in the place of the old one before the other is changed as well.",
                    first + 1, owner, other + 1);
        }
        return second;
    }

    /** A server error may come from before the key is looked at. */
    private static boolean provesTheKey(Attempt attempt) {
        return attempt instanceof Attempt.Tried(Transmission.Answered answer)
                && answer.status() != 401
                && answer.status() < 500;
    }
}
