package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Registration;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * What is still to be delivered, kept from the change that caused it until its receiver has answered or is given up. A
 * sandbox that was ended sends it again from the first attempt when it starts, so a receiver may get an event twice.
 */
@ApplicationScoped
@Startup(StateLog.BEFORE_READING)
class PendingDeliveries {

    /** A delivery as it is kept. */
    record Pending(
            long number,
            Msn msn,
            UUID registration,
            String lane,
            String subject,
            String event,
            String causeKey,
            Instant queuedAt,
            byte[] body) {

        static Pending of(Delivery delivery) {
            return new Pending(
                    delivery.number(),
                    delivery.merchant().msn(),
                    delivery.registration().id(),
                    delivery.lane().subject(),
                    delivery.subject(),
                    delivery.event(),
                    delivery.causeKey(),
                    delivery.queuedAt(),
                    delivery.body());
        }

        Delivery delivery(MerchantState merchant, Registration to) {
            return new Delivery(
                    number,
                    merchant,
                    to,
                    new Delivery.Lane(registration, lane),
                    subject,
                    event,
                    causeKey,
                    queuedAt,
                    queuedAt,
                    List.of(),
                    body);
        }
    }

    private static final Logger LOG = Logger.getLogger(PendingDeliveries.class);
    /** After everything that observes the start without a priority. */
    private static final int LAST = 10_000;

    private final StateLog state;
    private final Shelf<Long, Pending> shelf;
    private final DeliveryLanes lanes;
    private final DeliveryDesk desk;
    private final DeliveryJournal journal;
    private final int limit;
    private final AtomicLong last = new AtomicLong();

    PendingDeliveries(
            StateLog state, DeliveryLanes lanes, DeliveryDesk desk, DeliveryJournal journal, SandboxConfig config) {
        this.state = state;
        this.lanes = lanes;
        this.desk = desk;
        this.journal = journal;
        this.limit = config.webhooks().pendingLimit();
        this.shelf = state.packedShelf(ShelfName.of("pending-deliveries"), Long.class, Pending.class);
        shelf.watch((number, before, after) -> last.accumulateAndGet(number, Math::max));
    }

    /** Higher than that of any delivery that waits. */
    long nextNumber() {
        return last.incrementAndGet();
    }

    /** Within the group of changes that caused it; sent when that is written. */
    void add(Delivery delivery) {
        if (shelf.size() >= limit) {
            LOG.warnf(
                    "%s is not sent: %d deliveries are waiting already (sandbox.webhooks.pending-limit). "
                            + "Do the receivers answer? The merchant must ask for the state.",
                    delivery, limit);
            journal.neverSent(delivery, DeliveryJournal.BACKLOG_FULL);
            return;
        }
        shelf.put(delivery.number(), Pending.of(delivery));
        state.afterwards(() -> desk.send(delivery));
    }

    /** These need not be sent any more. Returns at once: whoever delivers must not wait for who changes the state. */
    void settled(Collection<Delivery> deliveries) {
        List<Long> numbers = deliveries.stream().map(Delivery::number).toList();
        Thread.ofVirtual()
                .name("delivery-settled")
                .start(() -> state.together(() -> {
                    numbers.forEach(shelf::remove);
                    return numbers;
                }));
    }

    void sendAgain(@Observes @Priority(LAST) StartupEvent event, Sandbox sandbox) {
        List<Pending> saved = new ArrayList<>();
        shelf.each((number, pending) -> saved.add(pending));
        saved.sort(Comparator.comparing(Pending::number));
        for (Pending pending : saved) {
            delivery(pending, sandbox).ifPresentOrElse(lanes::enqueue, () -> shelf.remove(pending.number()));
        }
        if (!saved.isEmpty()) {
            LOG.infof("%d webhook deliveries of the last run are sent again", saved.size());
        }
    }

    /** Empty if nobody is registered for it any more. */
    private static Optional<Delivery> delivery(Pending pending, Sandbox sandbox) {
        return sandbox.merchant(pending.msn()).flatMap(merchant -> merchant.registrations().stream()
                .filter(registration -> registration.id().equals(pending.registration()))
                .findFirst()
                .map(registration -> pending.delivery(merchant, registration)));
    }
}
