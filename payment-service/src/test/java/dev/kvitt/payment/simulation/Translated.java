package dev.kvitt.payment.simulation;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.vipps.rules.Payment;

/** Between Vipps' words and ours. */
final class Translated {

    private Translated() {}

    static dev.kvitt.vipps.rules.Money toVipps(Money money) {
        return new dev.kvitt.vipps.rules.Money(
                money.value(),
                dev.kvitt.vipps.rules.Currency.valueOf(money.currency().name()));
    }

    static Money money(dev.kvitt.vipps.rules.Money money) {
        return new Money(money.value(), Currency.valueOf(money.currency().name()));
    }

    static Aggregate aggregate(Payment payment) {
        var sums = payment.aggregate();
        return new Aggregate(
                money(sums.authorized()), money(sums.captured()), money(sums.cancelled()), money(sums.refunded()));
    }

    /** @param guaranteeShown whether answers tell until when the capture is guaranteed */
    static PaymentView view(Payment payment, boolean guaranteeShown) {
        return new PaymentView(
                PaymentState.valueOf(payment.state().name()),
                money(payment.amount()),
                aggregate(payment),
                payment.pspReference().value(),
                guaranteeShown ? payment.captureGuaranteedUntil().orElse(null) : null);
    }
}
