package dev.kvitt.gateway.domain;

import dev.kvitt.events.Msn;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The stored registrations. Every change is committed when the method returns. */
public interface RegistrationBook {

    /** Does this unless another replica is at the same sales unit now. */
    void alone(Msn msn, Runnable work);

    List<OwnRegistration> of(Msn msn);

    /** A new row, WANTED, with a token and a URL of its own: before Vipps is asked. */
    UUID want(Msn msn, Kind kind);

    /** Where this row wants Vipps to post to. */
    URI url(UUID id);

    /** Vipps has it: stores the secret, which is shown only once, sealed. */
    void registered(UUID id, String vippsId, WebhookSecret secret);

    void retired(UUID id);

    void forget(UUID id);
}
