package dev.kvitt.vipps.client.report;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some of the ledgers.
 *
 * @param ledgers the ledgers
 * @param next where to go on; empty where these are the last
 */
public record LedgerPage(List<Ledger> ledgers, Optional<Cursor> next) {
    public LedgerPage {
        ledgers = List.copyOf(ledgers);
        Objects.requireNonNull(next, "next");
    }
}
