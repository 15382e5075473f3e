package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.EventStamp;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.PaymentState;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.Transition;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Changes the payments of one sales unit by the rules, one at a time each, and tells about it. */
final class PaymentDesk {

    private final MerchantState merchant;
    private final PaymentBook book;
    private final KeyMemory keys;
    private final Surroundings surroundings;

    PaymentDesk(MerchantState merchant, PaymentBook book, KeyMemory keys, Surroundings surroundings) {
        this.merchant = merchant;
        this.book = book;
        this.keys = keys;
        this.surroundings = surroundings;
    }

    /** The merchant changes a payment. */
    WriteResult modify(WriteRequest request, Function<Payment, Transition> change) {
        Reference reference = request.identity().reference();
        return book.locked(
                reference,
                () -> keys.once(request, surroundings.clock().now(), () -> book.find(reference)
                        .map(stored -> outcome(stored, change.apply(stored.payment())))
                        .orElseGet(() -> WriteOutcome.Refused.because(ErrorCode.REFERENCE_NOT_FOUND))));
    }

    /** The customer, or time, changes a payment; empty if there is none. */
    Optional<Transition> happen(
            Reference reference, UnaryOperator<StoredPayment> before, Function<Payment, Transition> change) {
        return book.locked(reference, () -> book.find(reference).map(stored -> {
            Transition transition = change.apply(stored.payment());
            if (transition instanceof Transition.Done done) {
                save(before.apply(stored), done);
            }
            return transition;
        }));
    }

    /** A deadline of a payment came: it expires, or what is left of its reservation is released. */
    void timeUp(Reference reference) {
        EventStamp stamp = surroundings.stamp(Optional.empty());
        happen(reference, UnaryOperator.identity(), payment -> {
            boolean stillWaiting = payment.state() == PaymentState.CREATED;
            return stillWaiting ? payment.expire(stamp, surroundings.switches()) : payment.releaseAtDeadline(stamp);
        });
    }

    /** Keeps a payment as it is now, and tells about the event that made it so. Called under the payment's lock. */
    void save(StoredPayment before, Transition.Done done) {
        StoredPayment after = before.after(done);
        book.put(after);
        Payment payment = after.payment();
        nextDeadline(payment)
                .map(at -> new DeadlineQueue.Deadline(at, merchant.msn(), payment.reference()))
                .ifPresent(surroundings.deadlines()::add);
        surroundings.notifier().paymentEvent(merchant, done.event(), after);
    }

    private WriteOutcome outcome(StoredPayment stored, Transition transition) {
        return switch (transition) {
            case Transition.Done done -> {
                save(stored, done);
                yield new WriteOutcome.Modified(done.payment());
            }
            case Transition.Refused(Refusal refusal) -> new WriteOutcome.Refused(refusal);
        };
    }

    private static Optional<Instant> nextDeadline(Payment payment) {
        return switch (payment.state()) {
            case CREATED -> Optional.of(payment.approvalDeadline());
            case AUTHORIZED ->
                payment.captureDeadline()
                        .filter(end -> !payment.aggregate().capturable().isZero());
            case ABORTED, EXPIRED, TERMINATED -> Optional.empty();
        };
    }
}
