package dev.kvitt.sandbox.report;

/**
 * How far one topic of a ledger has come.
 *
 * @param first number of the first row that is kept; made-up ones come before it
 * @param next number of the row to come
 * @param balance minor units, after the last row
 */
public record Side(long first, long next, long balance) {

    static final Side EMPTY = new Side(0, 0, 0);

    Side after(LedgerRow row) {
        return new Side(first, next + 1, row.balanceAfter());
    }

    Side from(long laterFirst) {
        return new Side(laterFirst, next, balance);
    }
}
