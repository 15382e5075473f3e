package dev.kvitt.operations.messaging;

import dev.kvitt.messaging.quarkus.Messaging;
import dev.kvitt.messaging.quarkus.MessagingConfig;
import dev.kvitt.operations.store.Comparison;
import dev.kvitt.operations.store.RebuildWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;

/** Starts and ends this process' loop for rebuilds. */
@Singleton
class Rebuilding {

    private final RebuildLoop loop;

    Rebuilding(RebuildWork work, Comparison comparison, Ledger ledger, MessagingConfig config) {
        var kafka = new HashMap<String, Object>(config.kafka().properties());
        kafka.put("bootstrap.servers", config.kafka().bootstrap());
        this.loop = new RebuildLoop(work, comparison, kafka, ledger.topics());
    }

    void start(@Observes StartupEvent event, Messaging messaging, MeterRegistry registry) {
        messaging.watch(loop, registry);
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) {
        loop.close();
    }
}
