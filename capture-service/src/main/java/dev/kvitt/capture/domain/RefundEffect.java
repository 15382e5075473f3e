package dev.kvitt.capture.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.events.Refusal;
import java.util.Optional;

/** Captured money was paid back. */
record RefundEffect(RefundPayment refund) implements Effect {

    private static final String REFUNDED = "REFUNDED";

    /** Never by the sum alone: an earlier refund may be what it shows. The event log tells whose it is. */
    @Override
    public boolean shownBy(PaymentView answer) {
        return false;
    }

    /** Where more was paid back than the log accounts for. */
    @Override
    public boolean mayBeMissingIn(Reading.Found found) {
        return logIsBehind(found);
    }

    @Override
    public boolean logIsBehind(Reading.Found found) {
        return LogOf.isBehind(found, REFUNDED, found.view().aggregate().refunded());
    }

    @Override
    public boolean shownBy(Operation operation, Reading.Found found) {
        return LogOf.shows(operation, REFUNDED, refund.amount(), found.log());
    }

    /** The customer could be paid twice. */
    @Override
    public boolean repeatableOn(PaymentView view) {
        return false;
    }

    @Override
    public Optional<Refusal> ruledOutBy(PaymentView view) {
        var sums = view.aggregate();
        Money refundable = view.state() == PaymentState.AUTHORIZED
                ? sums.captured().minusDownToZero(sums.refunded())
                : Money.zero(view.amount().currency());
        var ruledOut =
                refund.amount().moreThan(sums.refunded()) && refund.amount().moreThan(refundable);
        return ruledOut ? Optional.of(Refusals.NOTHING_LEFT_TO_REFUND) : Optional.empty();
    }
}
