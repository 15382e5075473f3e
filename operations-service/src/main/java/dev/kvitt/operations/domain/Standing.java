package dev.kvitt.operations.domain;

import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentUncollectable;
import java.util.List;
import java.util.Optional;

/**
 * Decides where a sale stands: money first, as it cannot be argued with, then what was said last.
 *
 * @param opened an opening was accepted
 * @param asked an opening is there, accepted or not
 */
record Standing(
        List<Heard> byPlace, List<Payment> payments, List<Operation> operations, boolean opened, boolean asked) {

    Phase phase() {
        return byMoney().or(this::byEnd).orElseGet(this::byBeginning);
    }

    private Optional<Phase> byMoney() {
        var captured = payments.stream().mapToLong(Payment::captured).sum();
        var reserved = payments.stream().anyMatch(payment -> payment.reserved() > 0);
        // A part may have been captured, by whomever: what was delivered for the rest is lost all the same.
        if (byPlace.stream()
                .anyMatch(each -> each.data() instanceof PaymentUncollectable lost && captured < due(lost))) {
            return Optional.of(Phase.UNCOLLECTABLE);
        }
        if (captured > 0) {
            return Optional.of(reserved ? Phase.CAPTURED : Phase.SETTLED);
        }
        return reserved ? Optional.of(Phase.RESERVED) : Optional.empty();
    }

    /** With which nothing would be lost. */
    private static long due(PaymentUncollectable lost) {
        return lost.aggregate().captured().value() + lost.amount().value();
    }

    private Optional<Phase> byEnd() {
        var running = latest().filter(this::runs);
        if (running.isPresent()) {
            return Optional.of(Phase.ASKED);
        }
        return said().or(this::released).or(this::shown);
    }

    private Optional<Payment> latest() {
        return payments.isEmpty() ? Optional.empty() : Optional.of(payments.getLast());
    }

    /** It may come to money yet: neither ended at Vipps, nor said to be over, nor refused before it began. */
    private boolean runs(Payment payment) {
        return !payment.ended()
                && payment.authorized() == 0
                && saidAbout(payment).isEmpty()
                && operations.stream().noneMatch(operation -> isRefusedCreate(operation, payment));
    }

    private static boolean isRefusedCreate(Operation operation, Payment payment) {
        return operation.id().kind() == OperationId.Kind.CREATE
                && operation.outcome() == OperationResult.Outcome.REJECTED
                && operation.id().reference().value().equals(payment.reference());
    }

    /** The last word, unless a later attempt has begun since. */
    private Optional<Phase> said() {
        var latest = latest();
        return latest.isPresent() && latest.get().attempt() != null
                ? saidAbout(latest.get())
                : byPlace.stream().flatMap(each -> end(each, 0).stream()).reduce((earlier, later) -> later);
    }

    private Optional<Phase> saidAbout(Payment payment) {
        var attempt = payment.attempt() == null ? 0 : payment.attempt();
        return byPlace.stream().flatMap(each -> end(each, attempt).stream()).reduce((earlier, later) -> later);
    }

    private static Optional<Phase> end(Heard heard, int attempt) {
        return switch (heard.data()) {
            case PaymentEnded ended
            when ended.attempt() >= attempt ->
                Optional.of(
                        switch (ended.how()) {
                            case CANCELLED -> Phase.CANCELLED;
                            case ABORTED -> Phase.ABORTED;
                            case EXPIRED -> Phase.EXPIRED;
                        });
            case PaymentFailed failed when failed.attempt() >= attempt -> Optional.of(Phase.FAILED);
            case null, default -> Optional.empty();
        };
    }

    private Optional<Phase> released() {
        return payments.stream().anyMatch(payment -> payment.authorized() > 0)
                ? Optional.of(Phase.RELEASED)
                : Optional.empty();
    }

    /** Nobody has said so yet, but Vipps shows it. */
    private Optional<Phase> shown() {
        return latest().map(Payment::state).flatMap(Standing::shown);
    }

    private static Optional<Phase> shown(PaymentState state) {
        return switch (state) {
            case ABORTED -> Optional.of(Phase.ABORTED);
            case EXPIRED -> Optional.of(Phase.EXPIRED);
            case TERMINATED -> Optional.of(Phase.CANCELLED);
            default -> Optional.empty();
        };
    }

    private Phase byBeginning() {
        if (payments.stream()
                .anyMatch(payment -> operations.stream().anyMatch(each -> isRefusedCreate(each, payment)))) {
            return Phase.FAILED;
        }
        if (opened) {
            return Phase.OPEN;
        }
        return asked ? Phase.REFUSED : Phase.SEEN;
    }
}
