package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.SqlArrays;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What shops took, by the days of their market. */
@Singleton
public class Takings {

    /** Enough for a year of one shop; more is asked for by shorter times. */
    public static final int MOST = 1000;

    private final LedgerTransactions transactions;
    private final List<SalesUnit> units;

    Takings(LedgerTransactions transactions, Registry registry) {
        this.transactions = transactions;
        this.units = registry.merchants().stream()
                .flatMap(merchant -> merchant.salesUnits().stream())
                .toList();
    }

    /**
     * One shop's day.
     *
     * @param shop absent where nobody has told the shop
     * @param sales with a capture that day
     * @param captured in minor units
     * @param refunded in minor units
     */
    public record Day(
            LocalDate day, String msn, String shop, String currency, long sales, long captured, long refunded) {}

    /**
     * The latest day first.
     *
     * @param msn may be absent
     * @param shop may be absent
     * @param from the first day
     * @param to the last day
     */
    public List<Day> of(String msn, String shop, LocalDate from, LocalDate to) {
        return transactions.read(connection -> of(connection, msn, shop, from, to));
    }

    private List<Day> of(Connection connection, String msn, String shop, LocalDate from, LocalDate to)
            throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select d.day, s.msn, s.shop_id, d.currency, count(distinct d.key) filter (where d.amount > 0),
                    coalesce(sum(d.amount) filter (where d.amount > 0), 0),
                    coalesce(-sum(d.amount) filter (where d.amount < 0), 0)
                from sale s
                left join unnest(?, ?) as z (msn, zone) on z.msn = s.msn
                join lateral (
                    select e.key, e.currency, e.amount, (e.at at time zone coalesce(z.zone, 'UTC'))::date as day
                    from entry e where e.key = s.key and e.account = 'merchant'
                        -- Vipps tells of each payment of the sales unit: one that nothing of ours names is another system's.
                        and (exists (select from operation o where o.key = e.key and o.reference = e.reference)
                            or exists (select from message m where m.key = e.key
                                and m.topic in ('payment.events', 'payment.commands')
                                and position(convert_to('"' || e.reference || '"', 'UTF8') in m.body) > 0))) d on true
                where s.key in (
                        select e.key from entry e
                        where e.account = 'merchant' and e.at >= ?::date - interval '1 day' and e.at < ?::date + interval '2 days')
                    and d.day between ? and ? and (?::text is null or s.msn = ?) and (?::text is null or s.shop_id = ?)
                group by 1, 2, 3, 4 order by 1 desc, 2, 3, 4 limit\s"""
                        + MOST)) {
            select.setArray(1, SqlArrays.column(connection, "text", units, unit -> unit.msn()
                    .value()));
            select.setArray(2, SqlArrays.column(connection, "text", units, unit -> unit.market()
                    .zone()
                    .getId()));
            select.setObject(3, from);
            select.setObject(4, to);
            select.setObject(5, from);
            select.setObject(6, to);
            select.setString(7, msn);
            select.setString(8, msn);
            select.setString(9, shop);
            select.setString(10, shop);
            var rows = select.executeQuery();
            var days = new ArrayList<Day>();
            while (rows.next()) {
                days.add(new Day(
                        rows.getObject(1, LocalDate.class),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getLong(5),
                        rows.getLong(6),
                        rows.getLong(7)));
            }
            return days;
        }
    }
}
