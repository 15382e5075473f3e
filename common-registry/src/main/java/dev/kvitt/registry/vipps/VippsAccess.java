package dev.kvitt.registry.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.VippsKeys;
import dev.kvitt.vipps.client.Circuit;
import dev.kvitt.vipps.client.CircuitLimits;
import dev.kvitt.vipps.client.MerchantSerialNumber;
import dev.kvitt.vipps.client.PlainHttp;
import dev.kvitt.vipps.client.SalesUnitKeys;
import dev.kvitt.vipps.client.SystemName;
import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.VippsClient;
import dev.kvitt.vipps.client.VippsEnvironment;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The Vipps APIs of every sales unit in the registry. */
public final class VippsAccess implements AutoCloseable {

    /** What operators call the {@code requestTimeout}. */
    public static final String REQUEST_TIMEOUT = "kvitt.vipps.request-timeout";

    private final Registry registry;
    private final Duration requestTimeout;
    private final VippsClient client;
    private final CircuitGauges gauges;

    /**
     * @param requestTimeout how long a call may take until its whole answer is read; past it the outcome is unknown
     * @param service which part of Kvitt is calling, for Vipps' support; at most 30 characters
     * @param version of that part; at most 30 characters
     * @throws IllegalArgumentException when Vipps must not be called like that; it says which settings are to be mended
     */
    public VippsAccess(
            Registry registry,
            VippsSettings settings,
            Duration requestTimeout,
            String service,
            String version,
            InstantSource clock) {
        this.registry = registry;
        this.requestTimeout = requestTimeout;
        var system = new SystemName("kvitt", version, service, version);
        this.client = new VippsClient(environment(settings, requestTimeout, system), clock, new CallReports());
        this.gauges = new CircuitGauges(client::circuits);
    }

    private static VippsEnvironment environment(VippsSettings settings, Duration requestTimeout, SystemName system) {
        try {
            return new VippsEnvironment(
                    settings.baseUrl(),
                    settings.allowPlainHttp().orElse(false) ? PlainHttp.ANYWHERE : PlainHttp.LOOPBACK_ONLY,
                    settings.connectTimeout().orElse(VippsEnvironment.DEFAULT_CONNECT_TIMEOUT),
                    requestTimeout,
                    settings.tokenPause().orElse(VippsEnvironment.DEFAULT_TOKEN_PAUSE),
                    limits(settings.circuit()),
                    system);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The settings kvitt.vipps.* (such as base-url and allow-plain-http) stop the start: "
                            + e.getMessage(),
                    e);
        }
    }

    private static CircuitLimits limits(VippsSettings.Circuit circuit) {
        var normal = CircuitLimits.DEFAULT;
        return new CircuitLimits(
                circuit.window().orElse(normal.window()),
                circuit.minimumCalls().orElse(normal.minimumCalls()),
                circuit.failurePercent().orElse(normal.failurePercent()),
                circuit.readWait().orElse(normal.readWait()),
                circuit.writeWait().orElse(normal.writeWait()),
                circuit.trialCalls().orElse(normal.trialCalls()));
    }

    /** Empty for a sales unit that is not in the registry. A disabled one is there: its sales must come to their end. */
    public Optional<VippsApi> of(Msn msn) {
        return registry.salesUnit(msn).map(unit -> client.forSalesUnit(keys(msn, unit.keys())));
    }

    /** Whether calls of a sales unit to Vipps are held back at this moment, because too many of the last ones failed. */
    public boolean isHeldBack(Msn msn) {
        return client.circuits().stream()
                .anyMatch(circuit -> circuit.owner().equals(msn.value()) && circuit.state() == Circuit.State.OPEN);
    }

    /** How long one call may take. */
    public Duration requestTimeout() {
        return requestTimeout;
    }

    private static SalesUnitKeys keys(Msn msn, VippsKeys keys) {
        return new SalesUnitKeys(
                new MerchantSerialNumber(msn.value()), keys.clientId(), keys.clientSecret(), keys.subscriptionKeys());
    }

    @Override
    public void close() {
        gauges.close();
        client.close();
    }
}
