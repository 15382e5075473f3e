package dev.kvitt.registry.vipps;

import dev.kvitt.events.Msn;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.VippsKeys;
import dev.kvitt.vipps.client.MerchantSerialNumber;
import dev.kvitt.vipps.client.SalesUnitKeys;
import dev.kvitt.vipps.client.SystemName;
import dev.kvitt.vipps.client.VippsApi;
import dev.kvitt.vipps.client.VippsClient;
import dev.kvitt.vipps.client.VippsEnvironment;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The Vipps APIs of every sales unit in the registry. */
public final class VippsAccess implements AutoCloseable {

    private static final String VERSION = "0.1.0";

    private final Registry registry;
    private final VippsClient client;

    /**
     * @param baseUri of Vipps or a sandbox
     * @param service which part of Kvitt is calling, for Vipps' support; at most 30 characters
     */
    public VippsAccess(Registry registry, URI baseUri, String service, InstantSource clock) {
        this.registry = registry;
        var system = new SystemName("kvitt", VERSION, service, VERSION);
        this.client = new VippsClient(VippsEnvironment.of(baseUri, system), clock);
    }

    /** Empty for a sales unit that is not in the registry. A disabled one is there: its sales must come to their end. */
    public Optional<VippsApi> of(Msn msn) {
        return registry.salesUnit(msn).map(unit -> client.forSalesUnit(keys(msn, unit.keys())));
    }

    private static SalesUnitKeys keys(Msn msn, VippsKeys keys) {
        return new SalesUnitKeys(
                new MerchantSerialNumber(msn.value()),
                keys.clientId(),
                keys.clientSecret(),
                List.of(keys.subscriptionKey()));
    }

    @Override
    public void close() {
        client.close();
    }
}
