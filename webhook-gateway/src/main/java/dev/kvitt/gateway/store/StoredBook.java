package dev.kvitt.gateway.store;

import dev.kvitt.events.Msn;
import dev.kvitt.gateway.domain.HookToken;
import dev.kvitt.gateway.domain.Kind;
import dev.kvitt.gateway.domain.OwnRegistration;
import dev.kvitt.gateway.domain.PublicUrl;
import dev.kvitt.gateway.domain.RegistrationBook;
import dev.kvitt.gateway.domain.RegistrationState;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The book in PostgreSQL; each method is a transaction of its own. */
@Singleton
public class StoredBook implements RegistrationBook {

    /** How long the upkeep of one sales unit may hold its lock, in seconds; ten calls that each take their full time. */
    static final int ALONE_LIMIT_SECONDS = 120;

    private final Registrations rows;
    private final SecretSeal seal;
    private final RegistrationCache cache;
    private final PublicUrl publicUrl;
    private final InstantSource clock;
    private final RandomGenerator random;

    StoredBook(
            Registrations rows,
            SecretSeal seal,
            RegistrationCache cache,
            PublicUrl publicUrl,
            InstantSource clock,
            RandomGenerator random) {
        this.rows = rows;
        this.seal = seal;
        this.cache = cache;
        this.publicUrl = publicUrl;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public void alone(Msn msn, Runnable work) {
        QuarkusTransaction.requiringNew().timeout(ALONE_LIMIT_SECONDS).run(() -> {
            if (rows.tryLock(msn)) {
                work.run();
            }
        });
    }

    @Override
    public List<OwnRegistration> of(Msn msn) {
        return QuarkusTransaction.requiringNew()
                .call(() -> rows.of(msn).stream().map(this::own).toList());
    }

    @Override
    public UUID want(Msn msn, Kind kind) {
        var token = HookToken.random(random);
        var row = new Registration();
        row.id = newId();
        row.msn = msn.value();
        row.kind = kind;
        row.token = token.value();
        row.url = publicUrl.hook(token).toString();
        row.state = RegistrationState.WANTED;
        row.createdAt = clock.instant();
        QuarkusTransaction.requiringNew().run(() -> rows.persist(row));
        return row.id;
    }

    @Override
    public URI url(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> URI.create(rows.findById(id).url));
    }

    @Override
    public void registered(UUID id, String vippsId, WebhookSecret secret) {
        change(id, row -> {
            row.vippsId = vippsId;
            row.sealedSecret = seal.seal(secret);
            row.state = RegistrationState.REGISTERED;
            row.registeredAt = clock.instant();
        });
    }

    @Override
    public void retired(UUID id) {
        change(id, row -> {
            row.state = RegistrationState.RETIRED;
            row.retiredAt = clock.instant();
        });
    }

    @Override
    public void forget(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> rows.deleteById(id));
        cache.refresh();
    }

    /** A UUID of version 4 from the one source of chance. */
    private UUID newId() {
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        var low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private void change(UUID id, Consumer<Registration> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(rows.findById(id)));
        cache.refresh();
    }

    private OwnRegistration own(Registration row) {
        return new OwnRegistration(
                row.id,
                row.kind,
                URI.create(row.url),
                row.state,
                Optional.ofNullable(row.vippsId),
                row.sealedSecret != null && seal.open(row.sealedSecret).isPresent(),
                row.createdAt,
                Optional.ofNullable(row.retiredAt));
    }
}
