package dev.kvitt.checkin;

import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.PageAddresses;
import dev.kvitt.checkin.store.KeySeal;
import dev.kvitt.checkin.store.PageKey;
import dev.kvitt.checkin.store.SealingKeys;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.events.seal.Unsealer;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.registry.Flow;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the parts that know nothing of Quarkus. */
public class Parts {

    @Produces
    @Singleton
    Registry registry(CheckinConfig config) {
        return Registry.load(config.registry());
    }

    @Produces
    @Singleton
    Limits limits(CheckinConfig config) {
        return new Limits(
                config.checkin().maxAge(),
                config.checkin().lateNews(),
                config.create().validFor(),
                config.checkin().exchangeFor());
    }

    /** At the start: a page that nobody can reach stops it there, and not at the first passenger. */
    @Startup
    @Produces
    @Singleton
    PageAddresses pageAddresses(CheckinConfig config, Registry registry) {
        var wanted = registry.salesUnits().stream()
                .flatMap(unit -> unit.tills().stream())
                .anyMatch(each -> each.till().flow() == Flow.PAGE);
        return config.checkin().publicUrl().map(PageAddresses::new).orElseGet(() -> {
            if (wanted) {
                throw new IllegalStateException(
                        "A till of the registry has flow: page, so its customers need an address to"
                                + " open: set kvitt.checkin.public-url, such as https://pay.example.com");
            }
            return PageAddresses.NONE;
        });
    }

    @Produces
    @Singleton
    PageKey pageKey(CheckinConfig config) {
        return PageKey.ofFile(config.checkin().keyFile());
    }

    @Produces
    @Singleton
    SealingKeys sealingKeys(Transactions transactions, CheckinConfig config, InstantSource clock) {
        return new SealingKeys(transactions, KeySeal.ofFile(config.checkin().keyFile()), clock);
    }

    /** Seals with the keys of this very service, without asking over HTTP. */
    @Produces
    @Singleton
    Sealer sealer(SealingKeys keys, InstantSource clock) {
        return new Sealer(keys::publicKeys, clock);
    }

    /** Opens with the keys of this very service; a key made by another replica a moment ago is soon here. */
    @Produces
    @Singleton
    Unsealer unsealer(SealingKeys keys, InstantSource clock) {
        return new Unsealer(keys::privateKeys, clock);
    }

    /** At the start: settings that make no sense stop it there, and its circuit breakers are seen from then on. */
    @Startup
    @Produces
    @Singleton
    VippsAccess vipps(
            CheckinConfig config,
            Registry registry,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new VippsAccess(registry, config.vipps(), config.vipps().requestTimeout(), service, version, clock);
    }

    void close(@Disposes VippsAccess vipps) {
        vipps.close();
    }
}
