package dev.kvitt.operations.messaging;

import dev.kvitt.messaging.quarkus.DatabaseGauges;
import dev.kvitt.messaging.quarkus.Messaging;
import dev.kvitt.messaging.quarkus.MessagingConfig;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.operations.store.Comparison;
import dev.kvitt.operations.store.Lanes;
import dev.kvitt.operations.store.RebuildCarrying;
import dev.kvitt.operations.store.RebuildFolding;
import dev.kvitt.operations.store.RebuildSteps;
import dev.kvitt.operations.store.RebuildWork;
import dev.kvitt.operations.store.Rebuilds;
import dev.kvitt.operations.store.Rebuilds.Progress;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;

/** Starts and ends this process' loop for rebuilds. */
@Singleton
class Rebuilding {

    private static final Duration FRESH = Duration.ofSeconds(5);

    private final RebuildLoop loop;

    Rebuilding(
            RebuildSteps steps,
            RebuildWork work,
            RebuildFolding folding,
            RebuildCarrying carrying,
            Comparison comparison,
            Lanes lanes,
            Ledger ledger,
            MessagingConfig config) {
        var kafka = new HashMap<String, Object>(config.kafka().properties());
        kafka.put("bootstrap.servers", config.kafka().bootstrap());
        this.loop = new RebuildLoop(steps, work, folding, carrying, comparison, lanes, kafka, ledger.topics());
    }

    void start(@Observes StartupEvent event, Messaging messaging, Transactions transactions, MeterRegistry registry) {
        var progress = new DatabaseGauges<>(transactions, FRESH, Rebuilds::progress);
        progress.gauge(
                registry, "kvitt.rebuild.read", Tags.empty(), "Messages that the rebuild has read", Progress::read);
        progress.gauge(
                registry,
                "kvitt.rebuild.to.read",
                Tags.empty(),
                "Messages there were when the rebuild began",
                Progress::toRead);
        messaging.watch(loop, registry);
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }
}
