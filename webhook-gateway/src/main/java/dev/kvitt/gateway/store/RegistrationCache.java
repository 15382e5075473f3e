package dev.kvitt.gateway.store;

import dev.kvitt.events.Msn;
import dev.kvitt.gateway.GatewayConfig;
import dev.kvitt.gateway.OffLoop;
import dev.kvitt.gateway.domain.ActiveRegistration;
import dev.kvitt.gateway.domain.HookToken;
import dev.kvitt.gateway.domain.KnownRegistrations;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * All registrations in memory. A token that is not among them may have been registered by another replica a moment ago,
 * so the store is asked, but by all unknown tokens together at most once in {@code kvitt.gateway.lookup-interval}:
 * whoever tries tokens costs one query a second and no memory.
 */
@Singleton
public class RegistrationCache implements KnownRegistrations {

    private static final Logger LOG = Logger.getLogger(RegistrationCache.class);

    private final Registrations rows;
    private final SecretSeal seal;
    private final SparingLookup lookup;
    private final Object reading = new Object();
    private final Set<UUID> told = ConcurrentHashMap.newKeySet();
    private volatile Map<HookToken, ActiveRegistration> known = Map.of();

    RegistrationCache(Registrations rows, SecretSeal seal, OffLoop offLoop, GatewayConfig config, InstantSource clock) {
        this.rows = rows;
        this.seal = seal;
        this.lookup = new SparingLookup(this::refresh, offLoop, config.lookupInterval(), clock);
    }

    @Override
    public CompletionStage<Optional<ActiveRegistration>> byToken(HookToken token) {
        var found = known.get(token);
        return found != null
                ? CompletableFuture.completedFuture(Optional.of(found))
                : lookup.run().thenApply(done -> Optional.ofNullable(known.get(token)));
    }

    /** Reads everything again; blocks. One at a time, so that an older reading never replaces a younger. */
    void refresh() {
        synchronized (reading) {
            known = QuarkusTransaction.requiringNew().call(() -> rows.withSecret().stream()
                    .flatMap(row -> active(row).map(found -> Map.entry(new HookToken(row.token), found)).stream())
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
        }
    }

    private Optional<ActiveRegistration> active(Registration row) {
        var secret = seal.open(row.sealedSecret);
        if (secret.isEmpty() && told.add(row.id)) {
            LOG.errorf(
                    "The secret of registration %s (sales unit %s, %s) cannot be opened with the key of"
                            + " kvitt.gateway.key-file. Its webhooks are refused, payments are known by polling only. The"
                            + " upkeep registers anew; if the key is the wrong one, put the right one back.",
                    row.id, row.msn, row.kind);
        }
        return secret.map(text ->
                new ActiveRegistration(new Msn(row.msn), row.kind, WebhookTarget.of(URI.create(row.url)), text));
    }
}
