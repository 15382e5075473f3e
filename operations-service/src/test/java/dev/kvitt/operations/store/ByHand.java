package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.JdbcTransactions;
import dev.kvitt.messaging.store.Transactions;
import javax.sql.DataSource;

/** What Quarkus puts together, for a process without it. */
public record ByHand(
        Transactions transactions,
        LedgerTransactions ledger,
        RebuildSteps steps,
        RebuildWork work,
        RebuildFolding folding,
        RebuildCarrying carrying,
        Comparison comparison,
        Lanes lanes) {

    public static ByHand on(DataSource source) {
        var transactions = new JdbcTransactions(source);
        var steps = new RebuildSteps(transactions);
        var lanes = new Lanes();
        return new ByHand(
                transactions,
                new LedgerTransactions(transactions),
                steps,
                new RebuildWork(transactions, steps),
                new RebuildFolding(steps, lanes),
                new RebuildCarrying(steps),
                new Comparison(source),
                lanes);
    }
}
