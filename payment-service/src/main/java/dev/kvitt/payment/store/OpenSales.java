package dev.kvitt.payment.store;

import dev.kvitt.events.Currency;
import dev.kvitt.payment.domain.Phase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The open sales as they stand now. A sale that is open has a timer or is parked, so they are found by two small tables,
 * however many sales are stored. Only one whose request is on its way has none: it is capture-service's to count.
 */
public final class OpenSales {

    /** Timers that are looked at, at most: counting must stay cheap when most is amiss. */
    static final int MOST = 20_000;

    private final List<Group> groups;

    private OpenSales(List<Group> groups) {
        this.groups = groups;
    }

    /** @param held minor units; currency and alarm may be absent */
    private record Group(String phase, String currency, String alarm, long sales, long held) {}

    /** By {@link SaleJson}'s glance at each. */
    public static OpenSales read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        """
                select glance->>'phase', glance->>'currency', glance->>'alarm', count(*),
                    coalesce(sum((glance->>'held')::bigint), 0)
                from (select key from (select key from timer order by key limit %1$d) t
                    union select key from (select key from parked order by key limit %1$d) p) open
                join (select key, state->'glance' as glance from entity) e using (key)
                where glance is not null group by 1, 2, 3"""
                                .formatted(MOST));
                var rows = select.executeQuery()) {
            var groups = new ArrayList<Group>();
            while (rows.next()) {
                groups.add(new Group(
                        rows.getString(1), rows.getString(2), rows.getString(3), rows.getLong(4), rows.getLong(5)));
            }
            return new OpenSales(groups);
        }
    }

    public long in(Phase phase) {
        return sum(group -> group.phase().equals(phase.word()), true);
    }

    /** @param alarm such as {@code deadline} */
    public long atRisk(String alarm) {
        return sum(group -> alarm.equals(group.alarm()), true);
    }

    /** Minor units that are reserved. */
    public long reserved(Currency currency) {
        return sum(group -> currency.name().equals(group.currency()), false);
    }

    /** Minor units that are reserved in sales with an alarm. */
    public long reservedAtRisk(Currency currency) {
        return sum(group -> currency.name().equals(group.currency()) && Objects.nonNull(group.alarm()), false);
    }

    private long sum(Predicate<Group> which, boolean sales) {
        return groups.stream()
                .filter(which)
                .mapToLong(group -> sales ? group.sales() : group.held())
                .sum();
    }
}
