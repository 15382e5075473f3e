package dev.kvitt.operations.store;

import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.Set;

/** In which currencies payments of a sales unit were approved. */
@Singleton
public class Currencies {

    private final LedgerTransactions transactions;

    Currencies(LedgerTransactions transactions) {
        this.transactions = transactions;
    }

    /** Of its latest hundred payments; empty where nothing was approved there yet. */
    public Set<String> of(String msn) {
        return transactions.read(connection -> {
            try (var select = connection.prepareStatement(
                    """
                    select distinct currency from (
                        select currency from payment
                        where msn = ? and authorized > 0 and currency is not null
                        order by last_event_at desc limit 100) latest
                    order by currency""")) {
                select.setString(1, msn);
                var rows = select.executeQuery();
                var found = new LinkedHashSet<String>();
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
                return found;
            }
        });
    }
}
