package dev.kvitt.operations.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.messaging.store.JdbcTransactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** How a rebuilt ledger differs from the live one. */
@Singleton
public class Comparison {

    /** Sales that something was said about a moment ago may stand in one of them and not yet in the other. */
    private static final String SETTLED = "last_at < now() - interval '30 seconds'";

    private final DataSource dataSource;

    Comparison(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * What the rebuilt ledger has more than the live one, in minor units; negative where it has less.
     *
     * @param sales that differ in anything
     */
    public record Differences(long sales, List<Money> money) {

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

    /** Of one currency; only those that differ. */
    public record Money(String currency, long captured, long refunded, long released) {}

    /** Not a transaction of the service's own, which ends after a minute: many sales take longer. */
    public Differences of(Rebuild rebuild) {
        var live = rebuild.target().equals("ledger_a") ? "ledger_b" : "ledger_a";
        return new JdbcTransactions(dataSource)
                .run(connection -> new Differences(
                        sales(connection, live, rebuild.target()), money(connection, live, rebuild.target())));
    }

    private static long sales(Connection connection, String live, String rebuilt) throws SQLException {
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery(
                    """
                    select count(*) from (select * from %1$s.sale where %3$s) l
                    full join (select * from %2$s.sale where %3$s) r on r.key = l.key
                    where row(l.*) is distinct from row(r.*)"""
                            .formatted(live, rebuilt, SETTLED));
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<Money> money(Connection connection, String live, String rebuilt) throws SQLException {
        try (var statement = connection.createStatement()) {
            var rows = statement.executeQuery(
                    """
                    select currency, sum(captured), sum(refunded), sum(cancelled) from (
                        select currency, captured, refunded, cancelled from %2$s.sale where %3$s
                        union all
                        select currency, -captured, -refunded, -cancelled from %1$s.sale where %3$s) as both_ledgers
                    where currency is not null group by currency
                    having sum(captured) <> 0 or sum(refunded) <> 0 or sum(cancelled) <> 0 order by currency"""
                            .formatted(live, rebuilt, SETTLED));
            var found = new ArrayList<Money>();
            while (rows.next()) {
                found.add(new Money(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)));
            }
            return found;
        }
    }
}
