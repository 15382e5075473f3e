package dev.kvitt.checkin.store;

import dev.kvitt.checkin.Repeating;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Erases numbers that nobody has used for too long. They are not given out any more before that. */
@Singleton
public class CustomerRetention {

    private static final Logger LOG = Logger.getLogger(CustomerRetention.class);
    private static final Duration EVERY = Duration.ofHours(1);

    private final Customers customers;
    private final Repeating repeating = new Repeating("kvitt-customer-retention", EVERY, this::erase);

    CustomerRetention(Customers customers) {
        this.customers = customers;
    }

    void start(@Observes StartupEvent event) {
        repeating.start(Duration.ZERO);
    }

    private Optional<Duration> erase() {
        customers.forgetErased();
        var erased = customers.eraseUnused();
        if (erased > 0) {
            LOG.infof("AUDIT %d customers erased: their numbers were not used for as long as they are kept", erased);
        }
        return Optional.empty();
    }

    void stop(@Observes ShutdownEvent event) {
        repeating.close();
    }
}
