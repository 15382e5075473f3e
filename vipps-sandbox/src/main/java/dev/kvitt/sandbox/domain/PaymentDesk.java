package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.ErrorCode;
import dev.kvitt.vipps.rules.EventStamp;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.PaymentEvent;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.Refusal;
import dev.kvitt.vipps.rules.Transition;
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
        return surroundings
                .state()
                .together(() -> keys.once(request, surroundings.clock().now(), () -> book.find(reference)
                        .map(stored -> outcome(stored, change.apply(asAgreed(stored))))
                        .orElseGet(() -> WriteOutcome.Refused.because(ErrorCode.REFERENCE_NOT_FOUND))));
    }

    private Payment asAgreed(StoredPayment stored) {
        return stored.payment().under(merchant.merchant().salesUnit());
    }

    /** The customer, or time, changes a payment; empty if there is none. */
    Optional<Transition> happen(
            Reference reference, UnaryOperator<StoredPayment> before, Function<Payment, Transition> change) {
        return surroundings.state().together(() -> book.find(reference).map(stored -> {
            Transition transition = change.apply(stored.payment());
            boolean refused = transition instanceof Transition.Refused;
            keep(refused ? stored : before.apply(stored), transition);
            return transition;
        }));
    }

    /** A deadline of a payment came: it expires, or what is left of its reservation is released. */
    void timeUp(Reference reference) {
        EventStamp stamp = surroundings.stamp(Optional.empty());
        happen(reference, UnaryOperator.identity(), payment -> payment.timeUp(stamp, surroundings.switches()));
    }

    /** Keeps a payment as it is now, and tells about the event that made it so. Called within a group of changes. */
    void save(StoredPayment before, Transition.Done done) {
        StoredPayment after = before.with(done.payment()).with(done.event());
        book.put(after);
        surroundings.bookkeeper().happened(merchant.msn(), done.event());
        surroundings.notifier().paymentEvent(merchant, done.event(), after);
    }

    private void keep(StoredPayment before, Transition transition) {
        switch (transition) {
            case Transition.Done done -> save(before, done);
            case Transition.Quiet(Payment payment) -> book.put(before.with(payment));
            case Transition.Failed(PaymentEvent event) -> {
                StoredPayment after = before.with(event);
                book.put(after);
                if (surroundings.switches().specialAmounts().sendFailedEvent()) {
                    surroundings.notifier().paymentEvent(merchant, event, after);
                }
            }
            case Transition.Refused refused -> {}
        }
    }

    private WriteOutcome outcome(StoredPayment stored, Transition transition) {
        keep(stored, transition);
        return switch (transition) {
            case Transition.Done(Payment after, PaymentEvent event) -> new WriteOutcome.Modified(after);
            case Transition.Quiet(Payment after) -> new WriteOutcome.Modified(after);
            case Transition.Failed failed -> new WriteOutcome.Modified(stored.payment());
            case Transition.Refused(Refusal refusal) -> new WriteOutcome.Refused(refusal);
        };
    }
}
