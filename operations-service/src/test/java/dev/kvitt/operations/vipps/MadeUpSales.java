package dev.kvitt.operations.vipps;

import dev.kvitt.operations.store.LedgerTransactions;
import java.util.List;

/** Has our ledger know the sales that the report tells of, as if they had been folded from messages, but for what is planted. */
final class MadeUpSales {

    private static final String SALES =
            """
            with made_up as (
                select msn, reference, msn || '/' || reference as key, sum(amount) filter (where type = 'capture') as captured,
                    coalesce(-sum(amount) filter (where type = 'refund'), 0) as refunded, min("time") as first, max("time") as last
                from report_row where topic = 'FUNDS' and reference like 'made-up-%' group by msn, reference)
            """;

    private static final List<String> ROWS = List.of(
            """
            insert into sale (key, msn, sale_id, currency, amount, authorized, captured, cancelled, refunded, phase, attempts,
                reference, first_at, last_at, handed_over, receipt, acknowledged)
            select key, msn, reference, 'NOK', captured, captured, captured, 0, refunded, 'settled', 1, reference, first, last,
                true, 'posted', true from made_up""",
            """
            insert into payment (msn, reference, key, attempt, state, currency, amount, authorized, captured, cancelled,
                refunded, created_at, authorized_at, last_event_at)
            select msn, reference, key, 1, 'AUTHORIZED', 'NOK', captured, captured, captured, 0, refunded, first, first, last
            from made_up""",
            """
            insert into operation (key, operation_id, reference, kind)
            select key, 'create-' || reference, reference, 'CREATE' from made_up""",
            """
            insert into money_event (msn, reference, psp_reference, name, key, amount, currency, at)
            select r.msn, r.reference, r.psp_reference, case r.type when 'capture' then 'CAPTURED' else 'REFUNDED' end, m.key,
                abs(r.amount), 'NOK', r."time"
            from report_row r join made_up m using (msn, reference) where r.type in ('capture', 'refund')""");

    private final LedgerTransactions ledger;

    MadeUpSales(LedgerTransactions ledger) {
        this.ledger = ledger;
    }

    void write() {
        ledger.write(connection -> {
            for (String rows : ROWS) {
                OurLedger.run(connection, SALES + rows);
            }
            return null;
        });
    }

    /** Our ledger has never heard of it. */
    void forget(String reference) {
        for (String table : List.of("sale", "payment", "operation", "money_event")) {
            run("delete from " + table + " where reference = ?", reference);
        }
    }

    /** Our ledger has a smaller amount. */
    void lessen(String reference) {
        run("update payment set captured = captured - 1, authorized = authorized - 1 where reference = ?", reference);
        run("update money_event set amount = amount - 1 where name = 'CAPTURED' and reference = ?", reference);
    }

    private void run(String sql, String reference) {
        ledger.write(connection -> {
            OurLedger.run(connection, sql, reference);
            return null;
        });
    }
}
