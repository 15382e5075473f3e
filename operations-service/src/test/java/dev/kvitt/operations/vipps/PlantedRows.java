package dev.kvitt.operations.vipps;

import dev.kvitt.operations.domain.reconcile.PlantedLines;
import dev.kvitt.operations.domain.reconcile.ReportRow;
import dev.kvitt.operations.planted.Ledgers;
import dev.kvitt.operations.store.LedgerTransactions;
import dev.kvitt.operations.store.reconcile.LookRows;
import dev.kvitt.operations.store.reconcile.ReportRows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the generator's three ledgers into the tables that a run reads: ours as if folded from messages, the report as if read, looks as if Vipps had been asked. */
final class PlantedRows {
    private static final int BATCH = 5_000;

    private static final String SALE =
            """
            insert into sale (key, msn, sale_id, currency, amount, confirmed, authorized, captured, cancelled, refunded,
                phase, attempts, reference, first_at, last_at, handed_over, receipt, acknowledged)
            values (?, ?, ?, ?, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::bigint, 'settled', 1, ?, ?::timestamptz,
                ?::timestamptz, false, ?, true)
            on conflict (key) do update set attempts = sale.attempts + 1, authorized = sale.authorized + excluded.authorized,
                captured = sale.captured + excluded.captured, cancelled = sale.cancelled + excluded.cancelled,
                refunded = sale.refunded + excluded.refunded""";
    private static final String PAYMENT =
            """
            insert into payment (msn, reference, key, attempt, state, currency, amount, authorized, captured, cancelled,
                refunded, created_at, authorized_at, last_event_at)
            values (?, ?, ?, 1, 'AUTHORIZED', ?, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::bigint, ?::timestamptz,
                ?::timestamptz, ?::timestamptz)""";
    private static final String EVENT =
            """
            insert into money_event (msn, reference, psp_reference, name, key, amount, currency, at)
            values (?, ?, ?, ?, ?, ?::bigint, ?, ?::timestamptz)""";

    private static final String ENTRY =
            """
            insert into entry (key, reference, n, account, amount, currency, at)
            values (?, ?, ?::integer, ?, ?::bigint, ?, ?::timestamptz)""";

    private static final String OPERATION =
            "insert into operation (key, operation_id, reference, kind) values (?, ?, ?, 'CREATE')";

    private final LedgerTransactions ledger;

    PlantedRows(LedgerTransactions ledger) {
        this.ledger = ledger;
    }

    void write(Ledgers ledgers) {
        inBatches(ledgers.ours(), PlantedRows::ours);
        inBatches(ledgers.looks(), (connection, lines) -> {
            for (String line : lines) {
                LookRows.put(connection, PlantedLines.view(line));
            }
        });
        report(ledgers.books().stream().map(PlantedLines::row).toList());
    }

    private static void ours(Connection connection, List<String> lines) throws SQLException {
        try (var sale = connection.prepareStatement(SALE);
                var payment = connection.prepareStatement(PAYMENT);
                var event = connection.prepareStatement(EVENT);
                var entry = connection.prepareStatement(ENTRY);
                var operation = connection.prepareStatement(OPERATION)) {
            for (String line : lines) {
                String[] field = line.split("\t", -1);
                ours(field, sale, payment, event);
                move(field, entry, 1, field[20], "reserved", "merchant", field[5]);
                move(field, entry, 3, field[21], "merchant", "refunded", field[7]);
                if (Boolean.parseBoolean(field[19])) {
                    add(operation, field[0] + "/" + field[2], "create-" + field[1], field[1]);
                }
            }
            operation.executeBatch();
            sale.executeBatch();
            payment.executeBatch();
            event.executeBatch();
            entry.executeBatch();
        }
    }

    private static void ours(String[] field, PreparedStatement sale, PreparedStatement payment, PreparedStatement event)
            throws SQLException {
        String msn = field[0];
        String reference = field[1];
        String key = msn + "/" + field[2];
        String currency = field[3];
        String confirmed = field[8].equals("-") ? null : field[8];
        String authorizedAt = field[10].equals("-") ? null : field[10];
        String receipt = Boolean.parseBoolean(field[9]) ? "wanted" : "posted";
        add(
                sale, key, msn, field[2], currency, field[17], confirmed, field[4], field[5], field[6], field[7],
                reference, field[11], field[12], receipt);
        add(
                payment,
                msn,
                reference,
                key,
                currency,
                field[4],
                field[4],
                field[5],
                field[6],
                field[7],
                field[11],
                authorizedAt,
                field[12]);
        for (String move : field[16].isEmpty() ? new String[0] : field[16].split(",", -1)) {
            String[] part = move.split(";", -1);
            String name = part[0].equals("C") ? "CAPTURED" : "REFUNDED";
            add(event, msn, reference, part[1], name, key, part[2], currency, part[3]);
        }
    }

    private static void move(
            String[] field, PreparedStatement entry, int n, String at, String from, String to, String amount)
            throws SQLException {
        if (!at.equals("-") && !amount.equals("0")) {
            String key = field[0] + "/" + field[2];
            add(entry, key, field[1], "" + n, from, "-" + amount, field[3], at);
            add(entry, key, field[1], "" + (n + 1), to, amount, field[3], at);
        }
    }

    private static void add(PreparedStatement statement, String... values) throws SQLException {
        for (int n = 0; n < values.length; n++) {
            statement.setString(n + 1, values[n]);
        }
        statement.addBatch();
    }

    /** Each list as its reader leaves it: read to its end a moment ago. */
    private void report(List<ReportRow> rows) {
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            while (to < rows.size() && isSameList(rows.get(from), rows.get(to))) {
                to++;
            }
            keep(rows.subList(from, to));
            from = to;
        }
    }

    private static boolean isSameList(ReportRow one, ReportRow other) {
        return one.ledger().equals(other.ledger()) && one.topic() == other.topic();
    }

    private void keep(List<ReportRow> list) {
        ReportRow first = list.getFirst();
        inBatches(list, (connection, rows) -> {
            var feed = ReportRows.feed(connection, first.ledger(), first.topic(), Set.copyOf(Ledgers.MSNS));
            boolean last = rows.getLast().equals(list.getLast());
            var readTo = last ? Optional.of(Ledgers.NOW) : Optional.<Instant>empty();
            ReportRows.keep(connection, feed, rows, "after-" + rows.getLast().position(), readTo);
        });
    }

    /** Does some of them. */
    @FunctionalInterface
    private interface Some<T> {
        void in(Connection connection, List<T> items) throws SQLException;
    }

    private <T> void inBatches(List<T> items, Some<T> work) {
        for (int from = 0; from < items.size(); from += BATCH) {
            List<T> some = new ArrayList<>(items.subList(from, Math.min(items.size(), from + BATCH)));
            ledger.write(connection -> {
                work.in(connection, some);
                return null;
            });
        }
    }
}
