package dev.kvitt.operations.console;

import dev.kvitt.operations.store.LedgerPulse;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Tells open pages that there is something new. One look at the database for all of them, and none while nobody listens. */
@Startup
@Singleton
class LiveNews {

    private static final Logger LOG = Logger.getLogger(LiveNews.class);

    private final LedgerPulse pulse;
    private final Vertx vertx;
    private final int most;
    private final long timer;
    private final BroadcastProcessor<Long> news = BroadcastProcessor.create();
    private final AtomicInteger listeners = new AtomicInteger();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long seen = -1;

    LiveNews(LedgerPulse pulse, Vertx vertx, ConsoleConfig config) {
        this.pulse = pulse;
        this.vertx = vertx;
        this.most = config.mostListening();
        this.timer = vertx.setPeriodic(config.lookEvery().toMillis(), id -> look());
    }

    /** Whether there is room for one more. */
    boolean hasRoom() {
        return listeners.get() < most;
    }

    /** A number whenever something is new; whoever is too slow to hear all of them misses some. */
    Multi<Long> stream() {
        return news.onOverflow()
                .drop()
                .onSubscription()
                .invoke(() -> listeners.incrementAndGet())
                .onTermination()
                .invoke(() -> listeners.decrementAndGet());
    }

    private void look() {
        if (listeners.get() == 0 || !looking.compareAndSet(false, true)) {
            return;
        }
        vertx.executeBlocking(pulse::position, false).onComplete(result -> {
            looking.set(false);
            if (result.failed()) {
                LOG.debug("the ledger cannot be asked for news", result.cause());
            } else if (result.result() != seen) {
                seen = result.result();
                news.onNext(seen);
            }
        });
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
        news.onComplete();
    }
}
