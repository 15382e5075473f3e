package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.webhook.RetryLadder;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Delivers what is queued: per registration the events of one payment one after the other, different payments side by
 * side. A failure holds back the later events of its own payment to its own registration, and nothing else.
 *
 * <p>All fields are touched on one event loop context only, so there is no lock.
 */
@ApplicationScoped
class DeliveryLanes {

    private static final Logger LOG = Logger.getLogger(DeliveryLanes.class);
    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_REDIRECT = 300;

    private final Map<Delivery.Lane, Deque<Delivery>> lanes = new HashMap<>();
    private final Vertx vertx;
    private final Context context;
    private final DeliveryClient client;
    private final DeliveryJournal journal;
    private final PendingDeliveries pending;
    private final double retryScale;

    DeliveryLanes(
            Vertx vertx,
            DeliveryClient client,
            DeliveryJournal journal,
            PendingDeliveries pending,
            SandboxConfig config) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.client = client;
        this.journal = journal;
        this.pending = pending;
        this.retryScale = config.webhooks().retryScale();
    }

    void start(@Observes StartupEvent event) {
        // Only here to be made at start: made within a request, it would live in that request's context.
        LOG.debugf("Webhook waits are multiplied by %s", retryScale);
    }

    /** Never waits. Deliveries of one lane are sent in the order of these calls. */
    void enqueue(Delivery delivery) {
        context.runOnContext(onContext -> {
            Deque<Delivery> waiting = lanes.get(delivery.lane());
            if (waiting != null) {
                waiting.addLast(delivery);
                return;
            }
            Deque<Delivery> started = new ArrayDeque<>();
            started.add(delivery);
            lanes.put(delivery.lane(), started);
            attempt(delivery, 1);
        });
    }

    private void attempt(Delivery delivery, int number) {
        if (!delivery.merchant().isRegistered(delivery.registration().id())) {
            pending.settled(lanes.remove(delivery.lane()));
            return;
        }
        // Composed, so that whatever goes wrong is a failed attempt and never ends the lane.
        Future.succeededFuture()
                .compose(started -> client.post(delivery))
                .onComplete(answer -> context.runOnContext(onContext -> settle(delivery, number, answer)));
    }

    private void settle(Delivery delivery, int number, AsyncResult<Integer> answer) {
        journal.record(delivery, number, answer);
        if (answer.succeeded() && answer.result() >= FIRST_SUCCESS && answer.result() < FIRST_REDIRECT) {
            next(delivery);
            return;
        }
        Optional<Duration> wait = RetryLadder.delayAfter(number);
        if (wait.isEmpty()) {
            LOG.warnf(
                    "%s failed %d times and is never sent again: the merchant must ask for the state",
                    delivery, number);
            next(delivery);
            return;
        }
        long millis = Math.max(1, Math.round(wait.get().toMillis() * retryScale));
        vertx.setTimer(millis, timer -> attempt(delivery, number + 1));
    }

    private void next(Delivery finished) {
        Deque<Delivery> waiting = lanes.get(finished.lane());
        waiting.removeFirst();
        pending.settled(List.of(finished));
        if (waiting.isEmpty()) {
            lanes.remove(finished.lane());
        } else {
            attempt(waiting.getFirst(), 1);
        }
    }
}
