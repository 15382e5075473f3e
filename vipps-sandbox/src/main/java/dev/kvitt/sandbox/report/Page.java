package dev.kvitt.sandbox.report;

import java.util.List;

/**
 * Some rows of a ledger.
 *
 * @param next number of the row after them
 * @param more whether it is there
 */
public record Page(List<LedgerRow> rows, long next, boolean more) {
    public Page {
        rows = List.copyOf(rows);
    }
}
