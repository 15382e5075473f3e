package dev.kvitt.operations.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.messaging.store.JdbcTransactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** How a rebuilt ledger differs from the live one. */
@Singleton
public class Comparison {

    /** Sales that something was said about a moment ago may stand in one of them and not yet in the other. */
    private static final String MOVING =
            """
            with moving as (
                select key from %1$s.sale where last_at >= now() - interval '30 seconds'
                union select key from %2$s.sale where last_at >= now() - interval '30 seconds')
            """;

    private static final String SETTLED = " where not exists (select from moving where moving.key = differing.key)";

    private static final String SALES =
            MOVING + "select count(*) from (" + String.join(" union ", differing()) + ") as differing" + SETTLED;

    /** By sale, by payment and by account of a payment: what is too much in one and too little in another is not the same. */
    private static final String MONEY = MOVING
            + """
                    , part as (
                        select 1 as kind, key, '' as part, currency, captured, refunded, cancelled from %2$s.sale
                        union all select 1, key, '', currency, -captured, -refunded, -cancelled from %1$s.sale
                        union all select 2, key, reference, currency, captured, refunded, cancelled from %2$s.payment
                        union all select 2, key, reference, currency, -captured, -refunded, -cancelled from %1$s.payment
                        union all select 3, key, reference || account, currency, amount, 0, 0 from %2$s.entry
                        union all select 3, key, reference || account, currency, -amount, 0, 0 from %1$s.entry),
                    difference as (
                        select kind, currency, sum(captured) as captured, sum(refunded) as refunded,
                            sum(cancelled) as cancelled
                        from part as differing"""
            + SETTLED
            + """
                         and currency is not null group by kind, key, part, currency),
                    sums as (
                        select kind, currency, sum(captured) as captured, sum(refunded) as refunded,
                            sum(cancelled) as cancelled, sum(abs(captured) + abs(refunded) + abs(cancelled)) as apart
                        from difference group by kind, currency)
                    select currency, sum(captured) filter (where kind = 1), sum(refunded) filter (where kind = 1),
                        sum(cancelled) filter (where kind = 1), max(apart)
                    from sums group by currency having max(apart) > 0 order by currency""";

    /** What nobody can read has another name as soon as somebody can. What the live ledger has read further is not there yet. */
    private static final String LOST =
            """
            select count(*) from %1$s.message l
            left join rebuild_offset o on o.topic = l.topic and o.partition = l.partition
            where l.unreadable is null and (o.next_offset is null or l."offset" < o.next_offset) and not exists (
                select from %2$s.message r where r.key = l.key and r.topic = l.topic and r.event_id = l.event_id)""";

    private static List<String> differing() {
        return List.of(
                differing("sale", "key"),
                differing("payment", "msn, reference"),
                differing("money_event", "msn, reference, name, psp_reference"),
                differing("operation", "key, operation_id"),
                differing("entry", "key, reference, n"));
    }

    private static String differing(String table, String key) {
        var columns = List.of(key.split(", "));
        return "select coalesce(l.key, r.key) as key from %1$s." + table + " l full join %2$s." + table + " r on "
                + columns.stream()
                        .map(column -> "r." + column + " = l." + column)
                        .collect(Collectors.joining(" and "))
                + " where row(l.*) is distinct from row(r.*)";
    }

    private final DataSource dataSource;

    Comparison(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * How the rebuilt ledger differs from the live one.
     *
     * @param sales that differ in anything: in their row, a payment, what happened to it, an operation or an entry
     * @param lost messages that the live ledger has and the rebuilt one has not, though it has read so far; none in a rebuild that works
     * @param money of each currency in which some of it differs
     */
    public record Differences(long sales, long lost, List<Money> money) {

        /** As {@link #json} has written it. */
        public static Differences of(String json) {
            try {
                return new ObjectMapper().readValue(json, Differences.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("differences that were written are read", e);
            }
        }

        public String json() {
            try {
                return new ObjectMapper().writeValueAsString(this);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("numbers have a JSON form", e);
            }
        }
    }

    /**
     * What the rebuilt ledger has more than the live one, all sales together, in minor units; negative where it has less.
     *
     * @param apart how much is not the same in both, whichever of them has it: of sales, payments and entries, what is most
     */
    public record Money(String currency, long captured, long refunded, long released, long apart) {}

    /** Not a transaction of the service's own, which ends after a minute: many sales take longer. */
    public Differences of(Rebuild rebuild) {
        return new JdbcTransactions(dataSource).run(connection -> {
            var sales = count(connection, SALES, rebuild);
            return new Differences(
                    sales, count(connection, LOST, rebuild), sales == 0 ? List.of() : money(connection, rebuild));
        });
    }

    private static long count(Connection connection, String sql, Rebuild rebuild) throws SQLException {
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery(sql.formatted(rebuild.live(), rebuild.target()));
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<Money> money(Connection connection, Rebuild rebuild) throws SQLException {
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery(MONEY.formatted(rebuild.live(), rebuild.target()));
            var found = new ArrayList<Money>();
            while (rows.next()) {
                found.add(new Money(
                        rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4), rows.getLong(5)));
            }
            return found;
        }
    }
}
