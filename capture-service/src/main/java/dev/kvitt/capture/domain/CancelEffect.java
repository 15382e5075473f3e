package dev.kvitt.capture.domain;

import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import java.util.Optional;

/** Nothing is reserved any more, and nothing will be: by whom does not matter. */
record CancelEffect() implements Effect {

    @Override
    public boolean shownBy(PaymentView view) {
        return view.state().endedWithoutMoney()
                || (view.state() == PaymentState.AUTHORIZED
                        && !view.aggregate().authorized().isZero()
                        && view.aggregate().capturable().isZero());
    }

    @Override
    public boolean mayBeMissingIn(Reading.Found found) {
        return shownBy(found.view());
    }

    @Override
    public boolean logIsBehind(Reading.Found found) {
        return false;
    }

    @Override
    public boolean shownBy(Operation operation, Reading.Found found) {
        return shownBy(found.view());
    }

    /** Releasing what is still reserved frees the customer's money; there is nothing to release twice. */
    @Override
    public boolean repeatableOn(PaymentView view) {
        return view.state() == PaymentState.AUTHORIZED
                && !view.aggregate().capturable().isZero();
    }

    @Override
    public Optional<Refusal> ruledOutBy(PaymentView view) {
        return Optional.empty();
    }
}
