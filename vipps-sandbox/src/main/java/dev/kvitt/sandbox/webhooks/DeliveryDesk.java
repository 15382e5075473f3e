package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.faults.Fault;
import dev.kvitt.sandbox.faults.FaultBook;
import dev.kvitt.sandbox.faults.FaultKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Takes deliveries and lets happen to them what faults say; without faults they go straight into their lanes. */
@ApplicationScoped
class DeliveryDesk {

    private final FaultBook faults;
    private final Shuffle shuffle;
    private final PendingDeliveries pending;
    private final DeliveryJournal journal;
    private final SandboxClock clock;

    DeliveryDesk(
            FaultBook faults, Shuffle shuffle, PendingDeliveries pending, DeliveryJournal journal, SandboxClock clock) {
        this.faults = faults;
        this.shuffle = shuffle;
        this.pending = pending;
        this.journal = journal;
        this.clock = clock;
    }

    /** Never waits. */
    void send(Delivery delivery) {
        List<Fault> hits = faults.ofDelivery(delivery.faultSubject(FaultKind.Target.DELIVERY));
        Duration late = of(hits, FaultKind.LATE).map(Fault::by).orElse(Duration.ZERO);
        Delivery hit = delivery.hitBy(
                hits.stream().map(Fault::id).toList(), clock.now().plus(late));
        if (of(hits, FaultKind.DROP).isPresent()) {
            journal.neverSent(hit, DeliveryJournal.DROPPED);
            pending.settled(List.of(hit));
            return;
        }
        int copies = 1 + of(hits, FaultKind.DOUBLE).map(Fault::extraCopies).orElse(0);
        for (int copy = 0; copy < copies; copy++) {
            shuffle.pass(hit, of(hits, FaultKind.OUT_OF_ORDER));
        }
    }

    private static Optional<Fault> of(List<Fault> hits, FaultKind kind) {
        return hits.stream().filter(fault -> fault.kind() == kind).findFirst();
    }
}
