package dev.kvitt.vipps.client.webhooks;

import java.util.Objects;
import java.util.Set;

/**
 * A registration as Vipps lists it.
 *
 * @param id its id
 * @param url where it posts to, as Vipps writes it
 * @param events what it is told
 */
public record Registration(RegistrationId id, String url, Set<WebhookEventType> events) {
    public Registration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        events = Set.copyOf(events);
    }
}
