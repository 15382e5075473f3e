package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;

/** Whether the ledger has read anything since. */
@Singleton
public class LedgerPulse {

    private final Transactions transactions;

    LedgerPulse(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Another number whenever more has been read; says nothing else. */
    public long position() {
        return transactions.run(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select coalesce(sum(next_offset), 0)::bigint from public.consumed_offset")) {
                row.next();
                return row.getLong(1);
            }
        });
    }
}
