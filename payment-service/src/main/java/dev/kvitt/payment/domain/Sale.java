package dev.kvitt.payment.domain;

import dev.kvitt.events.SaleOpenedByScan;

/**
 * All that is known and all that was done about one sale.
 *
 * @param opening absent until somebody opened it: facts may come first
 * @param create the request to the customer; absent until given, as are the other commands
 * @param said counts what was said, for ids
 * @param asked counts the questions to Vipps
 */
public record Sale(
        SaleOpenedByScan opening,
        Ledger ledger,
        Wishes wishes,
        Operation create,
        Operation capture,
        Operation cancel,
        Told told,
        long said,
        long asked) {

    public static final Sale NEW = new Sale(null, Ledger.EMPTY, Wishes.NONE, null, null, null, Told.NOTHING, 0, 0);

    Sale opening(SaleOpenedByScan by) {
        return new Sale(by, ledger, wishes, create, capture, cancel, told, said, asked);
    }

    Sale ledger(Ledger value) {
        return new Sale(opening, value, wishes, create, capture, cancel, told, said, asked);
    }

    Sale wishes(Wishes value) {
        return new Sale(opening, ledger, value, create, capture, cancel, told, said, asked);
    }

    Sale create(Operation value) {
        return new Sale(opening, ledger, wishes, value, capture, cancel, told, said, asked);
    }

    Sale capture(Operation value) {
        return new Sale(opening, ledger, wishes, create, value, cancel, told, said, asked);
    }

    Sale cancel(Operation value) {
        return new Sale(opening, ledger, wishes, create, capture, value, told, said, asked);
    }

    Sale told(Told value) {
        return new Sale(opening, ledger, wishes, create, capture, cancel, value, said, asked);
    }

    /** Before anything is said, so that every saying has a number of its own. */
    public Sale saidOneMore() {
        return new Sale(opening, ledger, wishes, create, capture, cancel, told, said + 1, asked);
    }

    Sale askedOnceMore() {
        return new Sale(opening, ledger, wishes, create, capture, cancel, told, said, asked + 1);
    }
}
