package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** A merchant's wish to be told. */
public record Registration(UUID id, Msn msn, URI url, WebhookSecret secret, List<WebhookEventType> events) {

    public Registration {
        events = List.copyOf(events);
    }
}
