package dev.kvitt.payment.messaging;

import dev.kvitt.registry.Registry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Has all that may be counted of the registry's sales units be there from the start. */
@Singleton
class CountsFromZero {

    void begin(@Observes StartupEvent event, Registry registry) {
        SaleCounts.begin(registry);
    }
}
