package dev.kvitt.payment.simulation;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Money;
import dev.kvitt.payment.domain.Terms;
import dev.kvitt.payment.simulation.Part.Deed;
import dev.kvitt.payment.simulation.Part.Heard;
import dev.kvitt.payment.simulation.Part.Wish;
import java.time.Duration;
import java.util.List;

/** What people do: first what belongs to an ordinary sale, then what does not. */
final class Behaviour {

    private static final Duration LONG = Duration.ofMinutes(15);

    private final Chance chance;
    private final Terms terms;
    private final List<Part> parts;

    Behaviour(Chance chance, Terms terms, List<Part> parts) {
        this.chance = chance;
        this.terms = terms;
        this.parts = parts;
    }

    void add() {
        begin();
        for (int attempt = 1; attempt <= 3; attempt++) {
            customer(attempt);
        }
        if (!terms.captureAtOnce() && chance.in(80)) {
            till(Heard.AUTHORIZED, chance.seconds(1, terms.selectSeconds()), Wish.CONFIRM, confirmed(), null);
        }
        if (chance.in(25)) {
            till(Heard.CAPTURED, chance.seconds(1, 90), Wish.REFUND, chance.in(50) ? null : amount(), null);
        }
        for (int i = chance.below(4); i > 0; i--) {
            besides();
        }
        if (chance.in(20)) {
            others();
        }
        if (chance.in(4)) {
            parts.add(new Part.ForeignPayment(1 + chance.below(2)));
            deed(0, chance.upTo(Duration.ofSeconds(30)), Deed.APPROVES);
        }
    }

    private void begin() {
        var atOnce = terms.selfOpened() || chance.in(60);
        var kind = atOnce ? Plans.customer(chance) : null;
        till(Heard.NOTHING, chance.seconds(0, 10), Wish.OPEN, null, kind);
        if (!atOnce && chance.in(90)) {
            till(Heard.NOTHING, chance.seconds(0, 60), Wish.PRESENT, null, Plans.customer(chance));
        }
    }

    private void customer(int attempt) {
        if (chance.in(75)) {
            deed(attempt, chance.seconds(2, 60), Deed.APPROVES);
        } else if (chance.in(50)) {
            deed(attempt, chance.upTo(Duration.ofMinutes(9)), Deed.DECLINES);
        } else if (chance.in(50)) {
            deed(attempt, chance.seconds(400, 599), Deed.APPROVES);
        }
        if (chance.in(10)) {
            deed(attempt, chance.seconds(0, 20), Deed.IS_BEING_IDENTIFIED);
            deed(attempt, chance.seconds(20, 90), Deed.IS_IDENTIFIED);
        }
        if (chance.in(3)) {
            deed(attempt, chance.seconds(0, 20), Deed.WITHHOLDS_CONSENT);
        }
    }

    private void others() {
        var attempt = chance.in(80) ? 1 : 2;
        var deed = chance.of(
                Deed.BANK_RELEASES_FUNDS,
                Deed.BANK_FAILS_CAPTURES,
                Deed.PORTAL_CAPTURES,
                Deed.PORTAL_CANCELS,
                Deed.PORTAL_REFUNDS);
        deed(attempt, chance.upTo(LONG), deed);
    }

    /** Anything at any time. */
    private void besides() {
        var heard = chance.of(Heard.values());
        var after = chance.upTo(chance.in(80) ? Duration.ofMinutes(2) : LONG);
        var wish = chance.of(
                Wish.CONFIRM,
                Wish.CANCEL,
                Wish.CANCEL,
                Wish.CANCEL_OR_REFUND,
                Wish.AGAIN,
                Wish.AGAIN,
                Wish.PRESENT,
                Wish.REFUND,
                Wish.RELEASE,
                Wish.PARK);
        switch (wish) {
            case CONFIRM -> till(heard, after, wish, confirmed(), null);
            case REFUND -> till(heard, after, wish, chance.in(50) ? null : amount(), null);
            case AGAIN -> till(heard, after, wish, null, chance.in(50) ? null : Plans.customer(chance));
            case PRESENT -> till(heard, after, wish, null, Plans.customer(chance));
            case PARK -> {
                till(heard, after, wish, null, null);
                if (chance.in(70)) {
                    till(heard, after.plus(chance.upTo(LONG)), Wish.UNPARK, null, null);
                }
            }
            default -> till(heard, after, wish, null, null);
        }
    }

    private Money confirmed() {
        return chance.in(40) ? terms.amount() : amount();
    }

    private Money amount() {
        if (chance.in(3)) {
            var other = terms.amount().currency() == Currency.NOK ? Currency.DKK : Currency.NOK;
            return new Money(1000, other);
        }
        return new Money(
                chance.of(0L, 123L, 1000L, 1000L, 2500L, 3000L, 4999L, 5000L, 5001L, 9000L),
                terms.amount().currency());
    }

    private void deed(int attempt, Duration after, Deed deed) {
        parts.add(new Part.OthersAct(attempt, after, deed));
    }

    private void till(Heard heard, Duration after, Wish wish, Money money, Customer.Kind customer) {
        parts.add(new Part.TillActs(heard, after, wish, money, customer));
    }
}
