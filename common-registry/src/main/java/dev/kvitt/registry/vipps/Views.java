package dev.kvitt.registry.vipps;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import java.util.Optional;

/** Vipps' answers as our facts. */
public final class Views {

    private Views() {}

    /** Empty when the state is one we do not know: nothing is concluded from it. */
    public static Optional<PaymentView> of(PaymentAnswer answer) {
        return state(answer.state())
                .map(state -> new PaymentView(
                        state,
                        money(answer.amount()),
                        new Aggregate(
                                money(answer.aggregate().authorized()),
                                money(answer.aggregate().captured()),
                                money(answer.aggregate().cancelled()),
                                money(answer.aggregate().refunded())),
                        answer.pspReference().value(),
                        answer.captureGuaranteedUntil().orElse(null)));
    }

    public static Money money(Amount amount) {
        return new Money(amount.value(), Currency.valueOf(amount.currency().name()));
    }

    public static Amount amount(Money money) {
        return new Amount(
                dev.kvitt.vipps.client.Currency.valueOf(money.currency().name()), money.value());
    }

    private static Optional<PaymentState> state(dev.kvitt.vipps.client.epayment.PaymentState state) {
        return switch (state) {
            case CREATED -> Optional.of(PaymentState.CREATED);
            case AUTHORIZED -> Optional.of(PaymentState.AUTHORIZED);
            case ABORTED -> Optional.of(PaymentState.ABORTED);
            case EXPIRED -> Optional.of(PaymentState.EXPIRED);
            case TERMINATED -> Optional.of(PaymentState.TERMINATED);
            case UNKNOWN -> Optional.empty();
        };
    }
}
