package dev.kvitt.gateway.messaging;

import dev.kvitt.events.seal.RemoteKeys;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.gateway.OffLoop;
import dev.kvitt.gateway.domain.Sealing;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Seals to the installation's key of the day, which checkin-service publishes. Asking for it may block, so never here. */
@Singleton
public class CheckinKeys implements Sealing {

    private final Sealer sealer;
    private final OffLoop offLoop;

    CheckinKeys(@ConfigProperty(name = "kvitt.checkin.url") URI checkin, OffLoop offLoop, InstantSource clock) {
        this.sealer = new Sealer(new RemoteKeys(URI.create(checkin + "/keys"), null, clock), clock);
        this.offLoop = offLoop;
    }

    @Override
    public CompletionStage<Sealed> seal(String clear) {
        return CompletableFuture.supplyAsync(() -> sealer.seal(clear), offLoop);
    }
}
