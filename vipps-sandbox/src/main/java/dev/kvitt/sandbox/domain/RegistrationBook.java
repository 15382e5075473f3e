package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.webhook.WebhookEventType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The webhook registrations of one sales unit. */
final class RegistrationBook {

    private final StateLog state;
    private final Shelf<UUID, Registration> registrations;

    RegistrationBook(Msn msn, StateLog state) {
        this.state = state;
        this.registrations = state.shelf(ShelfName.of("registrations", msn), UUID.class, Registration.class);
    }

    /** @return the event type that already has as many registrations as it may; empty = added */
    Optional<WebhookEventType> add(Registration registration) {
        return state.together(() -> {
            Optional<WebhookEventType> full =
                    registration.events().stream().filter(this::isFull).findFirst();
            if (full.isEmpty()) {
                registrations.put(registration.id(), registration);
            }
            return full;
        });
    }

    boolean remove(UUID id) {
        return registrations.remove(id).isPresent();
    }

    boolean contains(UUID id) {
        return registrations.contains(id);
    }

    List<Registration> all() {
        return registrations.values().toList();
    }

    List<Registration> askingFor(WebhookEventType type) {
        return registrations
                .values()
                .filter(registration -> registration.events().contains(type))
                .toList();
    }

    private boolean isFull(WebhookEventType type) {
        return askingFor(type).size() >= type.maxRegistrations();
    }
}
