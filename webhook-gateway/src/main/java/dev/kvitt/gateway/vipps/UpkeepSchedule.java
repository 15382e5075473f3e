package dev.kvitt.gateway.vipps;

import dev.kvitt.gateway.GatewayConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A round at start and then one after each {@code kvitt.gateway.upkeep-interval}, on a thread of its own. */
@Singleton
public class UpkeepSchedule {

    private static final Logger LOG = Logger.getLogger(UpkeepSchedule.class);
    private static final long STOP_SECONDS = 5;

    private final Upkeep upkeep;
    private final Duration interval;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("upkeep").daemon().factory());

    UpkeepSchedule(Upkeep upkeep, GatewayConfig config) {
        this.upkeep = upkeep;
        this.interval = config.upkeepInterval();
    }

    void start(@Observes StartupEvent event) {
        var unused = thread.scheduleWithFixedDelay(this::round, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A round cut off in the middle is mended by the next one, whoever makes it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("a round of upkeep did not end in time and is left to the end of the process");
        }
    }

    /** An exception that left here would end the schedule for good. */
    private void round() {
        try {
            upkeep.round();
        } catch (RuntimeException e) {
            LOG.error("A round of upkeep failed; the next one tries again", e);
        }
    }
}
