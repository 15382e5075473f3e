package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How many payments the sandbox keeps, all sales units together. Beyond it the oldest are dropped of those that are over:
 * ABORTED, EXPIRED, TERMINATED, or AUTHORIZED with nothing left to capture; and references on which nothing but refused
 * requests came. A payment that waits for its customer, or can be captured, is never dropped.
 */
final class PaymentsLimit {

    /** One that may go. */
    private record Candidate(Book book, Map.Entry<Long, Reference> reference) {
        Long age() {
            return reference.getKey();
        }
    }

    private record Book(PaymentBook payments, Consumer<Reference> drop) {
        Stream<Candidate> done() {
            return payments.done().map(reference -> new Candidate(this, reference));
        }
    }

    private final int limit;
    private final List<Book> books = new ArrayList<>();

    PaymentsLimit(int limit) {
        this.limit = limit;
    }

    /** @param drop removes a payment and what belongs to it */
    void add(PaymentBook payments, Consumer<Reference> drop) {
        books.add(new Book(payments, drop));
    }

    int limit() {
        return limit;
    }

    /**
     * Within a group of changes that adds one reference.
     *
     * @return false = nothing may be dropped, so nothing may be added
     */
    boolean makeRoom() {
        long kept = books.stream().mapToLong(book -> book.payments().size()).sum();
        long tooMany = kept + 1 - limit;
        if (tooMany <= 0) {
            return true;
        }
        List<Candidate> oldest = books.stream()
                .flatMap(book -> book.done().limit(tooMany))
                .sorted(Comparator.comparing(Candidate::age))
                .limit(tooMany)
                .toList();
        oldest.forEach(one -> one.book().drop().accept(one.reference().getValue()));
        return oldest.size() == tooMany;
    }
}
