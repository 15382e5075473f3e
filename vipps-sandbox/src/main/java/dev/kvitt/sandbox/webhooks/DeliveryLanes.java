package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.Agenda;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.webhook.RetryLadder;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Delivers what is queued: per registration the events of one payment one after the other, different payments side by
 * side. A failure holds back the later events of its own payment to its own registration, and nothing else. Waits are by
 * the sandbox's clock.
 *
 * <p>All fields are touched on one event loop context only, so there is no lock.
 */
@ApplicationScoped
class DeliveryLanes {

    private static final Logger LOG = Logger.getLogger(DeliveryLanes.class);
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;

    private final Map<Delivery.Lane, Deque<Delivery>> lanes = new HashMap<>();
    /** What is to be done once the first delivery in a lane was tried. */
    private final Map<Delivery.Lane, Runnable> afterFirstAttempt = new HashMap<>();

    private final Context context;
    private final DeliveryClient client;
    private final DeliveryJournal journal;
    private final PendingDeliveries pending;
    private final EndpointHealth health;
    private final Agenda agenda;
    private final SandboxClock clock;
    private final Quiet quiet;
    private final SandboxConfig.Webhooks config;

    DeliveryLanes(
            Vertx vertx,
            DeliveryClient client,
            DeliveryJournal journal,
            PendingDeliveries pending,
            EndpointHealth health,
            Agenda agenda,
            SandboxClock clock,
            Quiet quiet,
            SandboxConfig config) {
        this.context = vertx.getOrCreateContext();
        this.client = client;
        this.journal = journal;
        this.pending = pending;
        this.health = health;
        this.agenda = agenda;
        this.clock = clock;
        this.quiet = quiet;
        this.config = config.webhooks();
    }

    void start(@Observes StartupEvent event) {
        // Only here to be made at start: made within a request, it would live in that request's context.
        LOG.debugf("Webhook waits are multiplied by %s", config.retryScale());
    }

    /** Never waits. Deliveries of one lane are sent in the order of these calls. */
    void enqueue(Delivery delivery) {
        onContext(() -> add(delivery));
    }

    /** Never waits. Each is queued when the one before it was tried once, so that they arrive in this order. */
    void enqueueOneByOne(List<Delivery> deliveries) {
        onContext(() -> addFirst(new ArrayDeque<>(deliveries)));
    }

    private void addFirst(Deque<Delivery> rest) {
        Delivery first = rest.poll();
        if (first == null) {
            return;
        }
        if (lanes.containsKey(first.lane())) {
            // Behind others of its payment it may wait for days: the rest must not.
            add(first);
            addFirst(rest);
        } else {
            afterFirstAttempt.put(first.lane(), () -> addFirst(rest));
            add(first);
        }
    }

    private void add(Delivery delivery) {
        Deque<Delivery> lane = lanes.get(delivery.lane());
        if (lane != null && lane.size() >= config.laneLimit()) {
            journal.neverSent(delivery, DeliveryJournal.BACKLOG_FULL);
            pending.settled(List.of(delivery));
            triedOnce(delivery);
            return;
        }
        if (lane != null) {
            lane.addLast(delivery);
            return;
        }
        Deque<Delivery> started = new ArrayDeque<>();
        started.add(delivery);
        lanes.put(delivery.lane(), started);
        begin(delivery);
    }

    private void begin(Delivery delivery) {
        at(delivery.notBefore(), () -> attempt(delivery, 1));
    }

    private void attempt(Delivery delivery, int number) {
        if (!delivery.merchant().isRegistered(delivery.registration().id())) {
            pending.settled(lanes.remove(delivery.lane()));
            triedOnce(delivery);
            return;
        }
        long started = System.nanoTime();
        quiet.begin();
        // Composed, so that whatever goes wrong is a failed attempt and never ends the lane.
        Future.succeededFuture()
                .compose(nothing -> client.post(delivery))
                .onComplete(answer -> context.runOnContext(onContext -> {
                    journal.attempted(delivery, number, answer, Duration.ofNanos(System.nanoTime() - started));
                    settle(
                            delivery,
                            number,
                            answer.succeeded() && isSuccess(answer.result().status()));
                    triedOnce(delivery);
                    quiet.end();
                }));
    }

    private void settle(Delivery delivery, int number, boolean success) {
        if (success) {
            health.succeeded(delivery);
            next(delivery);
            return;
        }
        health.failed(delivery);
        Optional<Duration> wait = RetryLadder.delayAfter(number);
        if (wait.isEmpty()) {
            LOG.warnf(
                    "%s failed %d times and is never sent again: the merchant must ask for the state",
                    delivery, number);
            next(delivery);
            return;
        }
        long millis = Math.max(1, Math.round(wait.get().toMillis() * config.retryScale()));
        at(clock.now().plusMillis(millis), () -> attempt(delivery, number + 1));
    }

    private void next(Delivery finished) {
        Deque<Delivery> waiting = lanes.get(finished.lane());
        waiting.removeFirst();
        pending.settled(List.of(finished));
        if (waiting.isEmpty()) {
            lanes.remove(finished.lane());
        } else {
            begin(waiting.getFirst());
        }
    }

    private void triedOnce(Delivery delivery) {
        Optional.ofNullable(afterFirstAttempt.remove(delivery.lane())).ifPresent(Runnable::run);
    }

    private void at(Instant when, Runnable work) {
        if (when.isAfter(clock.now())) {
            agenda.add(when, () -> onContext(work));
        } else {
            work.run();
        }
    }

    /** Counted as being sent from this call on, not only when the context comes to it. */
    private void onContext(Runnable work) {
        quiet.begin();
        context.runOnContext(here -> {
            work.run();
            quiet.end();
        });
    }

    private static boolean isSuccess(int status) {
        return status >= FIRST_SUCCESS && status < FIRST_REDIRECT;
    }
}
