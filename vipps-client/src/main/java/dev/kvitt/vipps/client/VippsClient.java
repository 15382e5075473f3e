package dev.kvitt.vipps.client;

import dev.kvitt.vipps.client.http.Calls;
import dev.kvitt.vipps.client.http.GuardedTransport;
import dev.kvitt.vipps.client.http.KeyedCalls;
import dev.kvitt.vipps.client.http.Transport;
import dev.kvitt.vipps.client.report.HttpReport;
import dev.kvitt.vipps.client.report.Report;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.SSLContext;

/**
 * The way to Vipps, one per process. Connections are shared by all sales units; each sales unit has its own access token, fetched when first
 * needed and kept for its life.
 */
public final class VippsClient implements AutoCloseable {
    private record Entry(SalesUnitKeys keys, VippsApi api) {}

    private final VippsEnvironment environment;
    private final InstantSource clock;
    private final Transport transport;
    private final CallWatcher watcher;
    private final ConcurrentMap<MerchantSerialNumber, Entry> salesUnits = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, GuardedTransport> ways = new ConcurrentHashMap<>();
    private final ConcurrentMap<AccountingKeys, Calls> accounting = new ConcurrentHashMap<>();

    /**
     * Trusts whom the JVM trusts. Opens no connection yet.
     *
     * @param environment which Vipps
     * @param clock tells when an access token has run out
     */
    public VippsClient(VippsEnvironment environment, InstantSource clock) {
        this(environment, clock, CallWatcher.NOBODY);
    }

    /**
     * As {@link #VippsClient(VippsEnvironment, InstantSource)}, with somebody who watches.
     *
     * @param environment which Vipps
     * @param clock tells when an access token has run out
     * @param watcher is told of each request
     */
    public VippsClient(VippsEnvironment environment, InstantSource clock, CallWatcher watcher) {
        this(environment, clock, new Transport(environment), watcher);
    }

    /**
     * Trusts whom it is told to, for example the own authority of a test environment. Host names and dates are checked all the same.
     *
     * @param environment which Vipps
     * @param clock tells when an access token has run out
     * @param trust for TLS
     */
    public VippsClient(VippsEnvironment environment, InstantSource clock, SSLContext trust) {
        this(environment, clock, new Transport(environment, trust), CallWatcher.NOBODY);
    }

    private VippsClient(VippsEnvironment environment, InstantSource clock, Transport transport, CallWatcher watcher) {
        this.environment = environment;
        this.clock = clock;
        this.transport = transport;
        this.watcher = watcher;
    }

    /** The APIs of a sales unit. Asking again with the same keys shares the access token; with other keys, the new ones count from then on. */
    public VippsApi forSalesUnit(SalesUnitKeys keys) {
        return salesUnits
                .compute(
                        keys.msn(),
                        (msn, known) -> known != null && known.keys().equals(keys) ? known : open(keys))
                .api();
    }

    /** The Report API for an accounting system. Asking again with the same keys shares the access token. */
    public Report forAccounting(AccountingKeys keys) {
        return new HttpReport(accountingCalls(keys));
    }

    Calls accountingCalls(AccountingKeys keys) {
        return accounting.computeIfAbsent(
                keys, unseen -> KeyedCalls.of(environment, unseen, way(Circuit.ACCOUNTING), clock));
    }

    private Entry open(SalesUnitKeys keys) {
        return new Entry(
                keys,
                new HttpVippsApi(
                        environment,
                        keys.msn(),
                        KeyedCalls.of(environment, keys, way(keys.msn().value()), clock)));
    }

    private GuardedTransport way(String owner) {
        return ways.computeIfAbsent(
                owner, unseen -> new GuardedTransport(unseen, transport, watcher, environment.circuit(), clock));
    }

    /** The circuit breakers that have seen a call, for metrics. */
    public List<Circuit> circuits() {
        return ways.values().stream().flatMap(GuardedTransport::circuits).toList();
    }

    /** Lets running calls end, for the request timeout at most, and closes the connections. */
    @Override
    public void close() {
        transport.close();
    }
}
