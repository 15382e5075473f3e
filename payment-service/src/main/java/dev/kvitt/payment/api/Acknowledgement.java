package dev.kvitt.payment.api;

import dev.kvitt.events.Msn;
import dev.kvitt.messaging.quarkus.DatabaseGauges;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.payment.store.HttpRequests;
import dev.kvitt.payment.store.Unacknowledged;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** What tills know: a customer has paid, and the till that does not know asks for another payment. */
@Singleton
class Acknowledgement {

    private static final Duration FRESH = Duration.ofSeconds(10);

    private final HttpStore store;
    private final Acceptance acceptance;
    private final InstantSource clock;
    private final Duration within;
    private final DatabaseGauges<Long> gauges;

    Acknowledgement(
            HttpStore store, Acceptance acceptance, InstantSource clock, ApiConfig config, Transactions transactions) {
        this.store = store;
        this.acceptance = acceptance;
        this.clock = clock;
        this.within = config.acknowledgeWithin();
        this.gauges = new DatabaseGauges<>(transactions, FRESH, connection -> {
            var now = clock.instant();
            return Unacknowledged.count(connection, now.minus(within), now);
        });
    }

    void begin(@Observes StartupEvent event, MeterRegistry registry) {
        gauges.gauge(
                registry,
                "kvitt.sales.unacknowledged",
                Tags.empty(),
                "Sales by HTTP that are reserved or paid while their till has not said that it knows",
                Long::doubleValue);
    }

    Response of(Callers.Asked asked) {
        var told = store.run(connection -> {
            acceptance.ofItsTills(connection, asked);
            return HttpRequests.acknowledge(connection, asked.key(), clock.instant());
        });
        return told
                ? Response.ok(Map.of("acknowledged", true)).build()
                : Problem.of(
                                Status.CONFLICT,
                                "nothing-to-acknowledge",
                                "No till was told that this sale is reserved or paid, or it did not come by HTTP."
                                        + " Ask what became of it.")
                        .response();
    }

    /** Oldest first. */
    List<Unacknowledged.Row> of(Msn msn, String tillId) {
        var now = clock.instant();
        return store.run(connection -> Unacknowledged.of(connection, msn, tillId, now.minus(within), now));
    }
}
