package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.PaymentState;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.RulesSwitches;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The payments of one sales unit. */
final class PaymentBook {

    private static final int LOCKS = 256;

    private final Map<Reference, StoredPayment> payments = new ConcurrentHashMap<>();
    /** Those a customer can act on: few, however many payments there are. */
    private final Set<Reference> waiting = ConcurrentHashMap.newKeySet();

    private final Lock[] locks = new Lock[LOCKS];

    PaymentBook(RulesSwitches.Scope keyScope) {
        // Keys that span references need one lock for all of them, or two references could use a key at once.
        Lock shared = new ReentrantLock();
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = keyScope == RulesSwitches.Scope.SALES_UNIT ? shared : new ReentrantLock();
        }
    }

    /** Does something while nobody else changes this payment. */
    <T> T locked(Reference reference, Supplier<T> work) {
        Lock lock = locks[Math.floorMod(reference.hashCode(), LOCKS)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    void put(StoredPayment stored) {
        Reference reference = stored.payment().reference();
        payments.put(reference, stored);
        if (stored.payment().state() == PaymentState.CREATED) {
            waiting.add(reference);
        } else {
            waiting.remove(reference);
        }
    }

    Optional<StoredPayment> find(Reference reference) {
        return Optional.ofNullable(payments.get(reference));
    }

    /** Newest first. */
    Stream<StoredPayment> all() {
        return newestFirst(payments.values().stream());
    }

    /** Those in {@link PaymentState#CREATED}, newest first. */
    Stream<StoredPayment> waiting() {
        return newestFirst(waiting.stream().map(payments::get));
    }

    private static Stream<StoredPayment> newestFirst(Stream<StoredPayment> some) {
        return some.sorted(Comparator.comparing(StoredPayment::createdAt).reversed());
    }
}
