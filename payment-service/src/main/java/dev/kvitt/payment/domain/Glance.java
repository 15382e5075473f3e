package dev.kvitt.payment.domain;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import java.util.Objects;
import java.util.Optional;

/**
 * A sale in few words, as it is counted among others. Nothing is decided by it.
 *
 * @param held what is reserved of the customers' money; empty while nobody has opened the sale
 * @param alarm the latest one about money that is still reserved; empty without
 */
public record Glance(Phase phase, Optional<Money> held, Optional<String> alarm) {

    public static Glance of(Sale sale) {
        if (sale.terms() == null) {
            return new Glance(Phase.of(sale), Optional.empty(), Optional.empty());
        }
        var currency = sale.terms().currency();
        var held = sale.attempts().stream()
                .map(attempt -> held(attempt, currency))
                .reduce(Money.zero(currency), Money::plus);
        var alarm = sale.attempts().stream()
                .filter(attempt -> !held(attempt, currency).isZero())
                .map(attempt -> attempt.told().atRisk())
                .filter(Objects::nonNull)
                .filter(why -> sale.parked() || !why.equals("parked"))
                .findFirst();
        return new Glance(Phase.of(sale), Optional.of(held), alarm);
    }

    private static Money held(Attempt attempt, Currency currency) {
        return attempt.create() == null || attempt.isForeign()
                ? Money.zero(currency)
                : attempt.ledger().capturable(currency);
    }
}
