package dev.kvitt.operations.store;

import dev.kvitt.events.Currency;
import dev.kvitt.operations.domain.CaptureWindows;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What is reserved, paid without the till's knowledge, or delivered and cannot be collected, in the live ledger. */
@Singleton
public class Deadlines {

    /** Telling a till takes moments; whoever is told later than this may have asked the customer again. */
    static final Duration TOLD_WITHIN = Duration.ofMinutes(1);

    /** Nobody can do anything about it any more; later it is found among the sales of its phase. */
    static final Duration LOST_FOR = Duration.ofDays(30);

    /** When somebody is to be called. */
    private static final Duration NEAR = Duration.ofDays(1);

    private static final String BOARD =
            """
            with unit as (select * from unnest(?::text[], ?::bigint[]) as unit(msn, window_seconds)),
            reservation as (
                select s.msn, s.sale_id, p.reference, s.shop_id, s.till_id,
                    p.authorized - p.captured - p.cancelled as money, coalesce(p.currency, s.currency) as currency,
                    p.capture_guaranteed_until as guaranteed,
                    coalesce(p.authorized_at, p.created_at, p.last_event_at) as since
                from payment p join sale s on s.key = p.key
                where p.authorized > p.captured + p.cancelled and p.state = 'AUTHORIZED'
                    -- Vipps tells of each payment of the sales unit: one that nothing of ours is about is another system's.
                    and (exists (select from operation o where o.key = p.key and o.reference = p.reference)
                        or exists (select from message m where m.key = p.key
                            and m.topic not in ('vipps.payments', 'operator.commands')))
            ),
            board as (
                select r.*, 'reserved' as why, r.since + make_interval(secs => coalesce(
                        unit.window_seconds, case r.currency when 'NOK' then %d else %d end)) as market
                from reservation r left join unit on unit.msn = r.msn
                union all
                select msn, sale_id, reference, shop_id, till_id, authorized, currency, null,
                    authorized_at, 'paid-till-does-not-know', null
                from sale where not acknowledged and authorized > 0 and authorized_at < ?
                union all
                select msn, sale_id, reference, shop_id, till_id,
                    greatest(0, coalesce(confirmed, amount, 0) - captured), currency, null,
                    last_at, 'delivered-not-collectable', null
                from sale where phase = 'uncollectable' and last_at > ?
            ),
            due as (select board.*, coalesce(least(guaranteed, market), since) as due from board)
            """
                    .formatted(
                            CaptureWindows.of(Currency.NOK).toSeconds(),
                            CaptureWindows.of(Currency.EUR).toSeconds());

    private final LedgerTransactions transactions;

    Deadlines(LedgerTransactions transactions) {
        this.transactions = transactions;
    }

    /**
     * One page, and what there is altogether.
     *
     * @param items the nearest first, one more than was asked for where others follow
     */
    public record Board(List<Deadline> items, List<Deadline.Total> totals) {}

    /**
     * The board as it stands.
     *
     * @param msn only of this sales unit; null for all
     * @param after the last one of the page before; null for the first page
     */
    public Board read(CaptureWindows windows, Instant now, String msn, Deadline after, int limit) {
        return transactions.read(connection -> new Board(
                items(connection, windows, now, msn, after, limit), totals(connection, windows, now, msn, null)));
    }

    /**
     * How much there is.
     *
     * @param near of that, what ends or ended before a day from now
     */
    public record Sums(List<Deadline.Total> board, List<Deadline.Total> near) {}

    /**
     * @param connection to the live ledger
     */
    public Sums sums(Connection connection, CaptureWindows windows, Instant now) throws SQLException {
        return new Sums(
                totals(connection, windows, now, null, null), totals(connection, windows, now, null, now.plus(NEAR)));
    }

    private static List<Deadline> items(
            Connection connection, CaptureWindows windows, Instant now, String msn, Deadline after, int limit)
            throws SQLException {
        var sql = BOARD
                + """
                select * from due
                where (?::text is null or msn = ?)
                    and (?::timestamptz is null or (due, msn, sale_id, coalesce(reference, ''), why) > (?, ?, ?, ?, ?))
                order by due, msn, sale_id, coalesce(reference, ''), why limit ?""";
        try (var select = connection.prepareStatement(sql)) {
            var n = begin(connection, select, windows, now, msn);
            var from = after == null ? null : time(after.due());
            select.setObject(n++, from);
            select.setObject(n++, from);
            select.setString(n++, after == null ? null : after.msn());
            select.setString(n++, after == null ? null : after.saleId());
            select.setString(n++, after == null || after.reference() == null ? "" : after.reference());
            select.setString(n++, after == null ? null : after.why());
            select.setInt(n, limit + 1);
            var rows = select.executeQuery();
            var found = new ArrayList<Deadline>();
            while (rows.next()) {
                found.add(deadline(rows));
            }
            return found;
        }
    }

    private static List<Deadline.Total> totals(
            Connection connection, CaptureWindows windows, Instant now, String msn, Instant dueBefore)
            throws SQLException {
        var sql = BOARD
                + """
                select why, currency, count(*), sum(money)::bigint from due
                where (?::text is null or msn = ?) and (?::timestamptz is null or due < ?)
                group by why, currency order by why, currency""";
        try (var select = connection.prepareStatement(sql)) {
            var n = begin(connection, select, windows, now, msn);
            select.setObject(n++, dueBefore == null ? null : time(dueBefore));
            select.setObject(n, dueBefore == null ? null : time(dueBefore));
            var rows = select.executeQuery();
            var found = new ArrayList<Deadline.Total>();
            while (rows.next()) {
                found.add(new Deadline.Total(rows.getString(1), rows.getString(2), rows.getLong(3), rows.getLong(4)));
            }
            return found;
        }
    }

    /** Sets the parameters that both statements begin with; the number of the next one. */
    private static int begin(
            Connection connection, PreparedStatement select, CaptureWindows windows, Instant now, String msn)
            throws SQLException {
        var units = List.copyOf(windows.bySalesUnit().entrySet());
        select.setArray(
                1,
                connection.createArrayOf(
                        "text", units.stream().map(Map.Entry::getKey).toArray()));
        select.setArray(
                2,
                connection.createArrayOf(
                        "bigint",
                        units.stream().map(unit -> unit.getValue().toSeconds()).toArray()));
        select.setObject(3, time(now.minus(TOLD_WITHIN)));
        select.setObject(4, time(now.minus(LOST_FOR)));
        select.setString(5, msn);
        select.setString(6, msn);
        return 7;
    }

    private static Deadline deadline(ResultSet row) throws SQLException {
        return new Deadline(
                row.getString("msn"),
                row.getString("sale_id"),
                row.getString("reference"),
                row.getString("shop_id"),
                row.getString("till_id"),
                row.getLong("money"),
                row.getString("currency"),
                instant(row, "guaranteed"),
                instant(row, "market"),
                row.getString("why"),
                instant(row, "since"),
                instant(row, "due"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
