package dev.kvitt.operations.domain;

import dev.kvitt.events.Currency;
import dev.kvitt.operations.domain.Entry.Account;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Double entry: each movement of money takes from one account what it gives to another. */
final class Entries {

    private final String reference;
    private final Currency currency;
    private final List<Entry> all = new ArrayList<>();

    private Entries(String reference, Currency currency) {
        this.reference = reference;
        this.currency = currency;
    }

    /** @param movements in their order */
    static List<Entry> of(String reference, Currency currency, List<Movement> movements) {
        var entries = new Entries(reference, currency);
        movements.forEach(entries::add);
        return List.copyOf(entries.all);
    }

    /** Money that moved, told by an event or, where events are missing, by the aggregate. */
    record Movement(MoneyEvent.Kind kind, long amount, Instant at) {}

    private void add(Movement movement) {
        switch (movement.kind()) {
            case AUTHORIZED -> move(Account.CUSTOMER, Account.RESERVED, movement);
            case CAPTURED -> move(Account.RESERVED, Account.MERCHANT, movement);
            case CANCELLED -> move(Account.RESERVED, Account.CUSTOMER, movement);
            case REFUNDED -> move(Account.MERCHANT, Account.REFUNDED, movement);
        }
    }

    private void move(Account from, Account to, Movement movement) {
        all.add(new Entry(reference, all.size() + 1, from, -movement.amount(), currency, movement.at()));
        all.add(new Entry(reference, all.size() + 1, to, movement.amount(), currency, movement.at()));
    }
}
