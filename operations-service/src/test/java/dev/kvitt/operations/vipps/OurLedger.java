package dev.kvitt.operations.vipps;

import dev.kvitt.operations.store.LedgerTransactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Writes sales into the live ledger as if they had been folded from messages. */
@Singleton
public class OurLedger {
    private final LedgerTransactions ledger;

    OurLedger(LedgerTransactions ledger) {
        this.ledger = ledger;
    }

    /** A sale of 5000; with {@code psp} captured by that event, or else only reserved. */
    public void sale(String saleId, String psp, Instant at, String receipt) {
        ledger.write(connection -> {
            long captured = psp == null ? 0 : 5000;
            run(
                    connection,
                    """
                    insert into sale (key, msn, sale_id, currency, amount, authorized, captured, cancelled, refunded,
                        phase, attempts, reference, first_at, last_at, select_until, handed_over, receipt, acknowledged)
                    values ('123456/' || ?, '123456', ?, 'NOK', 5000, 5000, ?, 0, 0, 'captured', 1, ? || '-1', ?, ?, ?,
                        false, ?, true)""",
                    saleId,
                    saleId,
                    captured,
                    saleId,
                    at,
                    at,
                    at.plusSeconds(60),
                    receipt);
            run(
                    connection,
                    """
                    insert into payment (msn, reference, key, attempt, state, currency, amount, authorized, captured,
                        cancelled, refunded, created_at, authorized_at, last_event_at)
                    values ('123456', ? || '-1', '123456/' || ?, 1, 'AUTHORIZED', 'NOK', 5000, 5000, ?, 0, 0, ?, ?, ?)""",
                    saleId,
                    saleId,
                    captured,
                    at,
                    at,
                    at);
            run(
                    connection,
                    """
                    insert into operation (key, operation_id, reference, kind)
                    values ('123456/' || ?, 'create-' || ?, ? || '-1', 'CREATE')""",
                    saleId,
                    saleId,
                    saleId);
            if (psp != null) {
                capture(connection, saleId, psp, at);
            }
            return null;
        });
    }

    private static void capture(Connection connection, String saleId, String psp, Instant at) throws SQLException {
        run(
                connection,
                """
                insert into money_event (msn, reference, psp_reference, name, key, amount, currency, at)
                values ('123456', ? || '-1', ?, 'CAPTURED', '123456/' || ?, 5000, 'NOK', ?)""",
                saleId,
                psp,
                saleId,
                at);
        run(
                connection,
                """
                insert into entry (key, reference, n, account, amount, currency, at)
                select '123456/' || ?, ? || '-1', n, account, amount, 'NOK', ?
                from (values (1, 'reserved', -5000), (2, 'merchant', 5000)) movement (n, account, amount)""",
                saleId,
                saleId,
                at);
    }

    /** What was reserved is captured. */
    public void captured(String saleId, String psp, Instant at) {
        ledger.write(connection -> {
            run(connection, "update sale set captured = 5000 where sale_id = ?", saleId);
            run(connection, "update payment set captured = 5000 where reference = ? || '-1'", saleId);
            capture(connection, saleId, psp, at);
            return null;
        });
    }

    /** The capture was seen by asking; its event never came. */
    public void isKnownAsSum(String saleId) {
        ledger.write(connection -> {
            run(connection, "delete from money_event where reference = ? || '-1'", saleId);
            return null;
        });
    }

    /** Something that moved no money. */
    public void heardOf(String saleId, Instant at) {
        ledger.write(connection -> {
            run(connection, "update payment set last_event_at = ? where reference = ? || '-1'", at, saleId);
            return null;
        });
    }

    /** Nothing but Vipps' webhooks told of it. */
    public void isAnothers(String saleId) {
        ledger.write(connection -> {
            run(connection, "delete from operation where key = '123456/' || ?", saleId);
            return null;
        });
    }

    /** What was to be done is not known any more; an event of ours tells of it. */
    public void isToldOnly(String saleId) {
        isAnothers(saleId);
        ledger.write(connection -> {
            run(
                    connection,
                    """
                    insert into message (key, topic, event_id, "time", partition, "offset", headers, body)
                    values ('123456/' || ?, 'payment.events', gen_random_uuid(), now(), 0, 0, '{}',
                        convert_to('{"reference":"' || ? || '-1"}', 'UTF8'))""",
                    saleId,
                    saleId);
            return null;
        });
    }

    public void receipt(String saleId, String receipt) {
        ledger.write(connection -> {
            run(connection, "update sale set receipt = ? where sale_id = ?", receipt, saleId);
            return null;
        });
    }

    public void forget(String saleId) {
        ledger.write(connection -> {
            run(connection, "delete from payment where reference = ? || '-1'", saleId);
            return null;
        });
    }

    /** Everything that a run reads or leaves. */
    public void clear() {
        ledger.write(connection -> {
            for (String table : new String[] {
                "sale",
                "payment",
                "money_event",
                "operation",
                "entry",
                "message",
                "finding",
                "reconciliation",
                "report_row",
                "report_feed",
                "report_unit",
                "vipps_look",
                "vipps_tried"
            }) {
                run(connection, "delete from " + table);
            }
            return null;
        });
    }

    static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int n = 0; n < values.length; n++) {
                statement.setObject(n + 1, values[n] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[n]);
            }
            statement.executeUpdate();
        }
    }
}
