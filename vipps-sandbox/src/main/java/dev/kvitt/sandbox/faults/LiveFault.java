package dev.kvitt.sandbox.faults;

import java.util.concurrent.atomic.AtomicInteger;

/** A fault and how often it has hit. */
public final class LiveFault {

    private final Fault fault;
    private final AtomicInteger hits = new AtomicInteger();

    LiveFault(Fault fault) {
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    public int hits() {
        return hits.get();
    }

    /** Counts the hit if it is one. */
    boolean hits(long seed, FaultSubject subject, int attempt) {
        boolean chosen = fault.concerns(subject)
                && (fault.attempts() == null || attempt <= fault.attempts())
                && Dice.roll(seed, fault.id(), subject.identity(), attempt) < fault.chance();
        return chosen && countUnlessSpent();
    }

    private boolean countUnlessSpent() {
        int limit = fault.times() == null ? Integer.MAX_VALUE : fault.times();
        return hits.getAndUpdate(before -> before < limit ? before + 1 : before) < limit;
    }
}
