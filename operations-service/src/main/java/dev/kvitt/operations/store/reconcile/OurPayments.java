package dev.kvitt.operations.store.reconcile;

import dev.kvitt.operations.domain.reconcile.MoneyFact;
import dev.kvitt.operations.domain.reconcile.Movement;
import dev.kvitt.operations.domain.reconcile.OurPayment;
import dev.kvitt.operations.domain.reconcile.Sums;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The live ledger's payments, sorted by msn and reference, each with its captures and refunds. */
final class OurPayments implements Iterator<OurPayment>, AutoCloseable {
    private static final String PAYMENTS =
            """
            select p.msn, p.reference, coalesce(s.sale_id, '') sale_id,
                exists (select from operation o where o.key = p.key and o.reference = p.reference)
                    or exists (select from message m where m.key = p.key
                        and m.topic in ('payment.events', 'payment.commands')
                        and position(convert_to('"' || p.reference || '"', 'UTF8') in m.body) > 0) named, coalesce(p.currency, '') currency,
                p.authorized, p.captured, p.cancelled, p.refunded, s.amount asked, s.confirmed,
                coalesce(s.captured - s.refunded, 0) kept, coalesce(s.receipt, 'none') receipt, p.authorized_at,
                coalesce(p.created_at, s.first_at, p.last_event_at) created_at, p.last_event_at,
                (select max(e.at) from entry e where e.key = p.key and e.reference = p.reference
                    and e.account = 'merchant' and e.amount > 0) captured_at,
                (select max(e.at) from entry e where e.key = p.key and e.reference = p.reference
                    and e.account = 'merchant' and e.amount < 0) refunded_at,
                p.capture_guaranteed_until
            from payment p left join sale s on s.key = p.key
            order by p.msn collate "C", p.reference collate "C"
            """;
    private static final String EVENTS =
            """
            select msn, reference, psp_reference, name, amount, at from money_event
            where name in ('CAPTURED', 'REFUNDED') order by msn collate "C", reference collate "C"
            """;

    private final Cursor<OurPayment> payments;
    private final Cursor<Event> events;
    private Event next;

    private record Event(String msn, String reference, MoneyFact fact) {
        int compareTo(OurPayment payment) {
            int order = msn.compareTo(payment.msn());
            return order == 0 ? reference.compareTo(payment.reference()) : order;
        }
    }

    /** @param connection with the live ledger in its search path */
    OurPayments(Connection connection) throws SQLException {
        payments = new Cursor<>(connection, PAYMENTS, OurPayments::payment);
        events = new Cursor<>(connection, EVENTS, OurPayments::event);
        advance();
    }

    @Override
    public boolean hasNext() {
        return payments.hasNext();
    }

    @Override
    public OurPayment next() {
        OurPayment payment = payments.next();
        List<MoneyFact> facts = new ArrayList<>();
        while (next != null && next.compareTo(payment) <= 0) {
            if (next.compareTo(payment) == 0) {
                facts.add(next.fact());
            }
            advance();
        }
        return payment.with(facts);
    }

    private void advance() {
        next = events.hasNext() ? events.next() : null;
    }

    @Override
    public void close() throws SQLException {
        payments.close();
        events.close();
    }

    private static OurPayment payment(ResultSet row) throws SQLException {
        String receipt = row.getString("receipt");
        return new OurPayment(
                row.getString("msn"),
                row.getString("reference"),
                row.getString("sale_id"),
                row.getBoolean("named"),
                new Sums(
                        row.getString("currency"),
                        row.getLong("authorized"),
                        row.getLong("captured"),
                        row.getLong("cancelled"),
                        row.getLong("refunded")),
                List.of(),
                Columns.maybeLong(row, "asked"),
                Columns.maybeLong(row, "confirmed"),
                row.getLong("kept"),
                receipt.equals("wanted") || receipt.equals("rejected"),
                Columns.maybeInstant(row, "authorized_at"),
                Columns.instant(row, "created_at"),
                Columns.maybeInstant(row, "captured_at"),
                Columns.maybeInstant(row, "refunded_at"),
                Columns.instant(row, "last_event_at"),
                Columns.maybeInstant(row, "capture_guaranteed_until"));
    }

    private static Event event(ResultSet row) throws SQLException {
        Movement movement = row.getString("name").equals("CAPTURED") ? Movement.CAPTURE : Movement.REFUND;
        MoneyFact fact = new MoneyFact(
                movement, row.getString("psp_reference"), row.getLong("amount"), Columns.instant(row, "at"));
        return new Event(row.getString("msn"), row.getString("reference"), fact);
    }
}
