package dev.kvitt.payment.api;

import dev.kvitt.messaging.Backoff;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Pulse;
import dev.kvitt.messaging.Stoppable;
import dev.kvitt.messaging.quarkus.Messaging;
import dev.kvitt.messaging.store.Door;
import dev.kvitt.payment.store.HttpRequests;
import dev.kvitt.payment.store.TillFeeds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Everybody who waits for news in this process, with one look at the database for all of them: at once when this process has
 * written, and a few times a second for what others have.
 */
@Singleton
class Waiting {

    private static final Logger LOG = Logger.getLogger(Waiting.class);

    /** Between two looks, however many wake us. */
    private static final Duration LEAST = Duration.ofMillis(20);

    /** For what other processes have written. */
    private static final Duration MOST = Duration.ofMillis(200);

    /** Whose news is in memory at the same time. */
    private static final int STREAMS_AT_ONCE = 40;

    private static final Duration CLEAN_EVERY = Duration.ofMinutes(10);

    private final HttpStore store;
    private final InstantSource clock;
    private final ApiConfig config;
    private final Set<SaleWaiter> sales = ConcurrentHashMap.newKeySet();
    private final Set<NewsStream> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore woken = new Semaphore(0);
    private final Backoff backoff = new Backoff();
    private final Thread thread = Thread.ofVirtual().name("waiting-tills").unstarted(this::run);
    private final Pulse pulse = new Pulse(thread);
    private volatile boolean stopping;
    private Instant cleanAt = Instant.MIN;

    Waiting(HttpStore store, InstantSource clock, ApiConfig config) {
        this.store = store;
        this.clock = clock;
        this.config = config;
    }

    /**
     * @param who the name of the token
     * @param said how much the till has heard about the sale
     */
    private record SaleWaiter(String who, String key, long said, Instant until, CompletableFuture<Void> done) {}

    /** Before the first message is read. */
    void begin(@Observes @Priority(1) StartupEvent event, Door door, Messaging messaging, MeterRegistry registry) {
        door.afterWrite(woken::release);
        Gauge.builder("kvitt.http.waiting", this, Waiting::waiting)
                .description("Requests that wait for news")
                .register(registry);
        messaging.watch(new Loop(), registry);
        thread.start();
    }

    /** As liveness sees the thread. */
    private final class Loop implements Stoppable {

        @Override
        public void start() {
            // Ours to start, before the first message is read.
        }

        @Override
        public String name() {
            return "waiting-tills";
        }

        @Override
        public Duration idle() {
            return pulse.idle();
        }

        @Override
        public void close() {
            // Ours to end, before the server waits for who waits.
        }
    }

    /** Whoever waits is answered with what there is, and comes back to another process. */
    void end(@Observes @Priority(1) ShutdownEvent event) {
        stopping = true;
        woken.release();
        sales.forEach(waiter -> waiter.done().complete(null));
        streams.forEach(NewsStream::end);
    }

    private int waiting() {
        return sales.size() + streams.size();
    }

    private long waiting(String who) {
        return sales.stream().filter(waiter -> waiter.who().equals(who)).count()
                + streams.stream().filter(stream -> stream.who().equals(who)).count();
    }

    /**
     * Completed when more was said about the sale, or the time is over.
     *
     * @param who the name of the token
     * @throws NoAnswer when too many wait
     */
    CompletableFuture<Void> forMore(String who, String key, long said, Instant until) {
        admit(who);
        var waiter = new SaleWaiter(who, key, said, until, new CompletableFuture<>());
        sales.add(waiter);
        woken.release();
        return waiter.done().whenComplete((nothing, failure) -> sales.remove(waiter));
    }

    void add(NewsStream stream) {
        streams.add(stream);
        woken.release();
    }

    void remove(NewsStream stream) {
        streams.remove(stream);
    }

    /**
     * @param who the name of the token: no single one takes the places of all
     * @throws NoAnswer when too many wait, or this process ends
     */
    void admit(String who) {
        if (stopping || waiting() >= config.mostWaiting() || waiting(who) >= config.mostWaitingOfOne()) {
            throw new NoAnswer(Problem.of(
                            Status.SERVICE_UNAVAILABLE,
                            "too-many-waiting",
                            "Too many wait at this moment. Ask without waiting, or come back.")
                    .after(Duration.ofSeconds(5)));
        }
    }

    private void run() {
        while (!stopping) {
            pulse.beat();
            try {
                woken.tryAcquire(MOST.toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
                look();
                backoff.reset();
                Thread.sleep(LEAST);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                // Whatever it was, the next look is another one: a thread that ended here would leave every till
                // waiting.
                LOG.warnf("Waiting tills hear nothing for now: %s", Failures.reason(e));
                backoff.sleep(() -> stopping);
            }
        }
    }

    void look() {
        var now = clock.instant();
        try {
            clean(now);
            lookAtSales();
            lookAtStreams(now);
        } finally {
            sales.stream().filter(waiter -> !now.isBefore(waiter.until())).forEach(waiter -> waiter.done()
                    .complete(null));
        }
    }

    private void lookAtSales() {
        var keys = sales.stream().map(SaleWaiter::key).collect(Collectors.toSet());
        if (keys.isEmpty()) {
            return;
        }
        var said = store.run(connection -> TillFeeds.said(connection, keys));
        sales.stream()
                .filter(waiter -> said.getOrDefault(waiter.key(), 0L) != waiter.said())
                .forEach(waiter -> waiter.done().complete(null));
    }

    private void lookAtStreams(Instant now) {
        streams.forEach(stream -> alone(stream, () -> stream.keepAlive(now)));
        var listening = streams.stream().filter(NewsStream::listens).toList();
        for (var from = 0; from < listening.size(); from += STREAMS_AT_ONCE) {
            lookAt(listening.subList(from, Math.min(from + STREAMS_AT_ONCE, listening.size())));
        }
    }

    private void lookAt(List<NewsStream> some) {
        var readers = some.stream().map(NewsStream::reader).toList();
        var look = store.run(connection -> TillFeeds.look(connection, readers));
        some.forEach(stream -> alone(stream, () -> stream.tell(look)));
    }

    /** What is wrong with one stream ends that one: its till comes back, and the others hear on. */
    private void alone(NewsStream stream, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("A stream of news is ended: %s", Failures.reason(e));
            streams.remove(stream);
            stream.end();
        }
    }

    private void clean(Instant now) {
        if (now.isBefore(cleanAt)) {
            return;
        }
        cleanAt = now.plus(CLEAN_EVERY);
        var more = store.run(connection -> {
            var moreNews = TillFeeds.forget(connection, now, config.newsKept());
            var moreRequests = HttpRequests.forget(connection, now.minus(HttpRequests.REMEMBERED));
            return moreNews || moreRequests;
        });
        if (more) {
            // In portions, so that nobody waits long for a look: the next one goes on.
            cleanAt = now;
        }
    }
}
