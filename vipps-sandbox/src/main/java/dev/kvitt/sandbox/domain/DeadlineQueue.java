package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which payment must be looked at when, so that nobody walks through all of them. */
@ApplicationScoped
public class DeadlineQueue {

    /** A payment and the moment something may end for it. */
    public record Deadline(Instant at, Msn msn, Reference reference) {}

    private final NavigableSet<Deadline> soonestFirst = new ConcurrentSkipListSet<>(Comparator.comparing(Deadline::at)
            .thenComparing(deadline -> deadline.msn().value())
            .thenComparing(deadline -> deadline.reference().value()));

    /** When something may end for a payment as it is now. */
    static Optional<Instant> deadlineOf(Payment payment) {
        return switch (payment.state()) {
            case CREATED -> Optional.of(payment.approvalDeadline());
            case AUTHORIZED ->
                payment.captureDeadline()
                        .filter(end -> !payment.aggregate().capturable().isZero());
            case ABORTED, EXPIRED, TERMINATED -> Optional.empty();
        };
    }

    void replace(Optional<Deadline> before, Optional<Deadline> after) {
        before.ifPresent(soonestFirst::remove);
        after.ifPresent(soonestFirst::add);
    }

    Optional<Instant> next() {
        return first().map(Deadline::at);
    }

    /** Takes out the first that has come; empty if there is none, for it may have been taken back a moment ago. */
    Optional<Deadline> takeDue(Instant now) {
        return first().filter(deadline -> !deadline.at().isAfter(now)).filter(soonestFirst::remove);
    }

    /** One that was taken and could not be acted on. */
    void putBack(Deadline taken) {
        soonestFirst.add(taken);
    }

    private Optional<Deadline> first() {
        return soonestFirst.stream().findFirst();
    }
}
