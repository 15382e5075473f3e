package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Which payment must be looked at when, so that nobody walks through all of them. */
@ApplicationScoped
public class DeadlineQueue {

    /** A payment and the moment something may end for it. */
    public record Deadline(Instant at, Msn msn, Reference reference) {}

    private final NavigableSet<Deadline> soonestFirst = new ConcurrentSkipListSet<>(Comparator.comparing(Deadline::at)
            .thenComparing(deadline -> deadline.msn().value())
            .thenComparing(deadline -> deadline.reference().value()));

    void add(Deadline deadline) {
        soonestFirst.add(deadline);
    }

    /** Takes out those that have come. */
    List<Deadline> takeDue(Instant now) {
        List<Deadline> due = new ArrayList<>();
        for (Deadline first = soonestFirst.pollFirst(); first != null; first = soonestFirst.pollFirst()) {
            if (first.at().isAfter(now)) {
                soonestFirst.add(first);
                return due;
            }
            due.add(first);
        }
        return due;
    }
}
