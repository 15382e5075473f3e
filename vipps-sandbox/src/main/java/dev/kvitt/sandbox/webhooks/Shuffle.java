package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.Agenda;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.faults.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Gathers deliveries to a registration and lets them go last payment first. Those of one payment keep their order unless
 * the fault says otherwise; then simply the last goes first.
 */
@ApplicationScoped
class Shuffle {

    /** What is gathered goes after this time by the sandbox's clock, however few they are. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private record Batch(Fault fault, List<Delivery> gathered) {}

    private final Map<UUID, Batch> batches = new HashMap<>();
    private final DeliveryLanes lanes;
    private final Agenda agenda;
    private final SandboxClock clock;

    Shuffle(DeliveryLanes lanes, Agenda agenda, SandboxClock clock) {
        this.lanes = lanes;
        this.agenda = agenda;
        this.clock = clock;
    }

    /** @param fault empty = goes at once, unless an earlier one of its payment is held */
    synchronized void pass(Delivery delivery, Optional<Fault> fault) {
        UUID registration = delivery.registration().id();
        Batch batch = batches.get(registration);
        if (batch == null && fault.isEmpty()) {
            lanes.enqueue(delivery);
            return;
        }
        if (batch == null) {
            Batch started = new Batch(fault.get(), new ArrayList<>());
            batches.put(registration, started);
            agenda.add(clock.now().plus(PATIENCE), () -> release(registration, started));
            batch = started;
        }
        boolean held = fault.isPresent()
                || batch.gathered().stream().anyMatch(other -> other.lane().equals(delivery.lane()));
        if (!held) {
            lanes.enqueue(delivery);
            return;
        }
        batch.gathered().add(delivery);
        if (batch.gathered().size() >= batch.fault().places()) {
            release(registration, batch);
        }
    }

    private synchronized void release(UUID registration, Batch batch) {
        if (batches.remove(registration, batch)) {
            lanes.enqueueOneByOne(
                    batch.fault().mixesOnePayment() ? batch.gathered().reversed() : byPayment(batch));
        }
    }

    private static List<Delivery> byPayment(Batch batch) {
        Map<Delivery.Lane, Deque<Delivery>> payments = new HashMap<>();
        batch.gathered().forEach(delivery -> payments.computeIfAbsent(delivery.lane(), lane -> new ArrayDeque<>())
                .add(delivery));
        // Each place goes to the payment that had it, and within a payment the first comes first.
        return batch.gathered().reversed().stream()
                .map(place -> payments.get(place.lane()).removeFirst())
                .toList();
    }
}
