package dev.kvitt.operations.store;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** How much is reserved and neither captured nor given back, by the ledger. */
@Singleton
public class ReservedRows {

    private final LedgerTransactions transactions;

    ReservedRows(LedgerTransactions transactions) {
        this.transactions = transactions;
    }

    /** @param value in minor units */
    public record Reserved(long value, String currency) {}

    /** Of these sales, those of which anything is; attempt by attempt, as what one gave back is not missing from another. */
    public Map<String, Reserved> of(Collection<String> keys) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement(
                    """
                    select key, sum(authorized - captured - cancelled)::bigint as value, currency from payment
                    where key = any (?) and state = 'AUTHORIZED' and authorized > captured + cancelled
                    group by key, currency order by value""")) {
                select.setArray(1, connection.createArrayOf("text", keys.toArray()));
                var rows = select.executeQuery();
                var found = new HashMap<String, Reserved>();
                while (rows.next()) {
                    found.put(rows.getString(1), new Reserved(rows.getLong(2), rows.getString(3)));
                }
                return found;
            }
        });
    }
}
