package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Reference;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The payments of one sales unit with their keys, and what is derived from them so that nobody walks through all. */
final class PaymentBook {

    private final Msn msn;
    private final Shelf<Reference, Dossier> dossiers;
    /** Those a customer can act on: few, however many payments there are. */
    private final Set<Reference> waiting = ConcurrentHashMap.newKeySet();

    private final AgeOrder all = new AgeOrder();
    private final AgeOrder done = new AgeOrder();

    PaymentBook(Msn msn, StateLog state, DeadlineQueue deadlines) {
        this.msn = msn;
        this.dossiers = state.packedShelf(ShelfName.of("payments", msn), Reference.class, Dossier.class);
        dossiers.watch(this::index);
        dossiers.watch((reference, before, after) ->
                deadlines.replace(deadline(reference, before), deadline(reference, after)));
    }

    Optional<StoredPayment> find(Reference reference) {
        return dossier(reference).payment();
    }

    /** Empty if there is nothing under the reference. */
    Dossier dossier(Reference reference) {
        return dossiers.get(reference).orElse(Dossier.EMPTY);
    }

    boolean knows(Reference reference) {
        return dossiers.contains(reference);
    }

    void put(StoredPayment stored) {
        change(stored.payment().reference(), dossier -> dossier.with(stored));
    }

    void change(Reference reference, UnaryOperator<Dossier> next) {
        dossiers.change(reference, known -> Optional.of(next.apply(known.orElse(Dossier.EMPTY))));
    }

    void drop(Reference reference) {
        dossiers.remove(reference);
    }

    void watch(Shelf.Watcher<Reference, Dossier> watcher) {
        dossiers.watch(watcher);
    }

    /** How many references something is kept under. */
    int size() {
        return dossiers.size();
    }

    /** Newest first. */
    Stream<StoredPayment> all() {
        return all.newestFirst().flatMap(reference -> find(reference).stream());
    }

    /** Those whose customer has not acted, newest first. */
    Stream<StoredPayment> waiting() {
        return waiting.stream()
                .flatMap(reference -> find(reference).stream())
                .sorted(Comparator.comparing(StoredPayment::createdAt).reversed());
    }

    /** Those that may be dropped, oldest first, by age. */
    Stream<Map.Entry<Long, Reference>> done() {
        return done.oldestFirst();
    }

    private void index(Reference reference, Optional<Dossier> before, Optional<Dossier> after) {
        if (after.filter(Dossier::isWaiting).isPresent()) {
            waiting.add(reference);
        } else {
            waiting.remove(reference);
        }
        move(all, reference, before.map(Dossier::since), after.map(Dossier::since));
        move(
                done,
                reference,
                before.filter(Dossier::isDone).map(Dossier::since),
                after.filter(Dossier::isDone).map(Dossier::since));
    }

    private static void move(AgeOrder order, Reference reference, Optional<Instant> from, Optional<Instant> to) {
        if (!from.equals(to)) {
            from.ifPresent(since -> order.remove(since, reference));
            to.ifPresent(since -> order.add(since, reference));
        }
    }

    private Optional<DeadlineQueue.Deadline> deadline(Reference reference, Optional<Dossier> dossier) {
        return dossier.flatMap(Dossier::payment)
                .map(StoredPayment::payment)
                .flatMap(DeadlineQueue::deadlineOf)
                .map(at -> new DeadlineQueue.Deadline(at, msn, reference));
    }
}
