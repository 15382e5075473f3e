package dev.kvitt.capture;

import dev.kvitt.capture.domain.Limits;
import dev.kvitt.capture.domain.Rules;
import dev.kvitt.capture.vipps.KnownCustomers;
import dev.kvitt.events.seal.RemoteKeys;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.events.seal.Unsealer;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.vipps.VippsAccess;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The parts that are made from configuration. Whatever is wrong with it stops the start. */
@ApplicationScoped
public class Parts {

    @Produces
    @Singleton
    Registry registry(CaptureConfig config) {
        return Registry.load(config.registry());
    }

    @Produces
    @Singleton
    Rules rules(CaptureConfig config, Registry registry) {
        var limits = new Limits(
                config.idempotency().trust(),
                config.capture().askFirstAfter(),
                config.capture().arrivalLimit());
        return new Rules(limits, registry.installation());
    }

    /** At the start: settings that make no sense stop it there, and its circuit breakers are seen from then on. */
    @Startup
    @Produces
    @Singleton
    VippsAccess vipps(
            CaptureConfig config,
            Registry registry,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        return new VippsAccess(registry, config.vipps(), config.vipps().requestTimeout(), service, version, clock);
    }

    void close(@Disposes VippsAccess vipps) {
        vipps.close();
    }

    /** For bodies of messages that nobody can read. */
    @Produces
    @Singleton
    Sealer sealer(CaptureConfig config, InstantSource clock) {
        return new Sealer(new RemoteKeys(at(config, "/keys"), null, clock), clock);
    }

    @Produces
    @Singleton
    Unsealer unsealer(CaptureConfig config, InstantSource clock) {
        return new Unsealer(new RemoteKeys(at(config, "/internal/sealing-keys"), token(config), clock));
    }

    @Produces
    @Singleton
    KnownCustomers knownCustomers(CaptureConfig config) {
        return new KnownCustomers(config.checkin().url(), token(config));
    }

    private static URI at(CaptureConfig config, String path) {
        return URI.create(config.checkin().url().toString().replaceAll("/+$", "") + path);
    }

    private static String token(CaptureConfig config) {
        var file = config.internal().tokenFile();
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "kvitt.internal.token-file " + file + " cannot be read; make it readable for this process", e);
        }
    }
}
