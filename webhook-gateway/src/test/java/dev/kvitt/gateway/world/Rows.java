package dev.kvitt.gateway.world;

import dev.kvitt.gateway.domain.Kind;
import dev.kvitt.gateway.domain.RegistrationState;
import dev.kvitt.gateway.store.Registration;
import dev.kvitt.gateway.store.Registrations;
import dev.kvitt.gateway.store.SecretSeal;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The stored registrations, written past the gateway: as another replica, or an earlier life, left them. */
@ApplicationScoped
public class Rows {

    private final Registrations rows;
    private final SecretSeal seal;

    Rows(Registrations rows, SecretSeal seal) {
        this.rows = rows;
        this.seal = seal;
    }

    public List<Registration> all() {
        return QuarkusTransaction.requiringNew().call(rows::listAll);
    }

    public List<Registration> all(RegistrationState state) {
        return all().stream().filter(row -> row.state == state).toList();
    }

    public void clear() {
        QuarkusTransaction.requiringNew().run(rows::deleteAll);
    }

    public void change(UUID id, Consumer<Registration> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(rows.findById(id)));
    }

    /** A registration whose answer never came. */
    public Registration wanted(String msn, Kind kind) {
        return persist(row(msn, kind, GatewayWorld.PUBLIC_URL + "/hooks/" + token()));
    }

    /** A registration that Vipps has. */
    public Registration registered(String msn, Kind kind, String url, String vippsId, String secret) {
        var row = row(msn, kind, url);
        row.state = RegistrationState.REGISTERED;
        row.vippsId = vippsId;
        row.sealedSecret = seal.seal(new WebhookSecret(secret));
        row.registeredAt = row.createdAt;
        return persist(row);
    }

    private Registration persist(Registration row) {
        QuarkusTransaction.requiringNew().run(() -> rows.persist(row));
        return row;
    }

    private static Registration row(String msn, Kind kind, String url) {
        var row = new Registration();
        row.id = UUID.randomUUID();
        row.msn = msn;
        row.kind = kind;
        row.token = url.contains("/hooks/") ? url.substring(url.lastIndexOf('/') + 1) : token();
        row.url = url;
        row.state = RegistrationState.WANTED;
        row.createdAt = Instant.now();
        return row;
    }

    public static String token() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
