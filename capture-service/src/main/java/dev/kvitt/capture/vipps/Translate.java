package dev.kvitt.capture.vipps;

import dev.kvitt.capture.domain.LogEntry;
import dev.kvitt.events.Aggregate;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentState;
import dev.kvitt.events.PaymentView;
import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.IdempotencyKey;
import dev.kvitt.vipps.client.epayment.PaymentAnswer;
import dev.kvitt.vipps.client.epayment.PaymentEvent;
import java.util.Optional;

/** Between the client's words and those of our events. */
final class Translate {

    private Translate() {}

    /** Empty when the payment is in a state that this version does not know. */
    static Optional<PaymentView> view(PaymentAnswer answer) {
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

    static LogEntry entry(PaymentEvent event) {
        return new LogEntry(
                event.name().name(),
                money(event.amount()),
                event.idempotencyKey().map(IdempotencyKey::value),
                event.success());
    }

    static Money money(Amount amount) {
        return new Money(amount.value(), Currency.valueOf(amount.currency().name()));
    }

    /** @throws IllegalArgumentException when Vipps has no such amounts */
    static Amount amount(Money money) {
        return new Amount(
                dev.kvitt.vipps.client.Currency.valueOf(money.currency().name()), money.value());
    }
}
