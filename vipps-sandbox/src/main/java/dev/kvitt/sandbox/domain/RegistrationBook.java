package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The webhook registrations of one sales unit. */
final class RegistrationBook {

    private final Map<UUID, Registration> registrations = new LinkedHashMap<>();

    /** @return the event type that already has as many registrations as it may; empty = added */
    synchronized Optional<WebhookEventType> add(Registration registration) {
        Optional<WebhookEventType> full =
                registration.events().stream().filter(this::isFull).findFirst();
        if (full.isEmpty()) {
            registrations.put(registration.id(), registration);
        }
        return full;
    }

    synchronized boolean remove(UUID id) {
        return registrations.remove(id) != null;
    }

    synchronized boolean contains(UUID id) {
        return registrations.containsKey(id);
    }

    synchronized List<Registration> all() {
        return List.copyOf(registrations.values());
    }

    synchronized List<Registration> askingFor(WebhookEventType type) {
        return registrations.values().stream()
                .filter(registration -> registration.events().contains(type))
                .toList();
    }

    private boolean isFull(WebhookEventType type) {
        return askingFor(type).size() >= type.maxRegistrations();
    }
}
