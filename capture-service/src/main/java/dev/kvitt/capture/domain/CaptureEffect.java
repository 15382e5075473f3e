package dev.kvitt.capture.domain;

import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.events.Refusal;
import java.util.Optional;

/** Money was captured. */
record CaptureEffect(CapturePayment capture) implements Effect {

    private static final String CAPTURED = "CAPTURED";

    @Override
    public boolean shownBy(PaymentView answer) {
        return !capture.amount().moreThan(answer.aggregate().captured());
    }

    @Override
    public boolean mayBeMissingIn(Reading.Found found) {
        return shownBy(found.view());
    }

    @Override
    public boolean logIsBehind(Reading.Found found) {
        return LogOf.isBehind(found, CAPTURED, found.view().aggregate().captured());
    }

    @Override
    public boolean shownBy(Operation operation, Reading.Found found) {
        return LogOf.shows(operation, CAPTURED, capture.amount(), found.log());
    }

    /** The customer could pay twice. */
    @Override
    public boolean repeatableOn(PaymentView view) {
        return false;
    }

    @Override
    public Optional<Refusal> ruledOutBy(PaymentView view) {
        var amount = capture.amount();
        var ruledOut = view.state() != PaymentState.CREATED
                && amount.moreThan(view.aggregate().captured())
                && amount.moreThan(capturable(view));
        return ruledOut ? Optional.of(Refusals.NOTHING_LEFT_TO_CAPTURE) : Optional.empty();
    }

    private static Money capturable(PaymentView view) {
        return view.state() == PaymentState.AUTHORIZED
                ? view.aggregate().capturable()
                : Money.zero(view.amount().currency());
    }
}
