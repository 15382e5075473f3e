package dev.kvitt.vipps.client.http;

import dev.kvitt.vipps.client.CallWatcher;
import dev.kvitt.vipps.client.Circuit;
import dev.kvitt.vipps.client.CircuitLimits;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** One owner's way to Vipps: each lane with its circuit breaker. Outlives a change of the owner's keys. */
public final class GuardedTransport {
    private final String owner;
    private final LoggedTransport transport;
    private final CircuitLimits limits;
    private final InstantSource clock;
    private final ConcurrentMap<Lane, LaneBreaker> breakers = new ConcurrentHashMap<>();

    /** @param owner the sales unit's number, or {@link Circuit#ACCOUNTING} */
    public GuardedTransport(
            String owner, Transport transport, CallWatcher watcher, CircuitLimits limits, InstantSource clock) {
        this.owner = owner;
        this.transport = new LoggedTransport(transport, watcher);
        this.limits = limits;
        this.clock = clock;
    }

    /** Whose way it is. */
    String owner() {
        return owner;
    }

    /** @param limit how long to wait for the whole answer */
    Transmission send(Call call, HttpRequest request, Duration limit) {
        return send(Lane.of(call), call, request, limit);
    }

    /** @param limit how long to wait for the whole answer */
    Transmission sendForToken(Call call, HttpRequest request, Duration limit) {
        return send(Lane.ofToken(call), call, request, limit);
    }

    private Transmission send(Lane lane, Call call, HttpRequest request, Duration limit) {
        return breakers.computeIfAbsent(lane, unseen -> new LaneBreaker(owner, unseen, limits, clock))
                .send(() -> transport.send(lane, call, request, limit));
    }

    /** The circuit breakers that have seen a call. */
    public Stream<Circuit> circuits() {
        return breakers.values().stream().map(LaneBreaker::reading);
    }
}
