package dev.kvitt.messaging.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What waits in a service's database.
 *
 * @param outbox rows that are not sent yet, {@value #MOST} at most
 * @param outboxAgeSeconds how long the oldest of them has waited, by the database's clock; 0 when none waits
 * @param parked entities that wait for a person
 * @param timersOverdue timers of entities that are not parked, due for more than a minute; {@value #MOST} at most
 * @param tasksOverdue tasks that should have been taken up more than a minute ago; {@value #MOST} at most
 */
public record Backlog(long outbox, double outboxAgeSeconds, long parked, long timersOverdue, long tasksOverdue) {

    /** Counted no further: counting must stay cheap when most is amiss. */
    static final int MOST = 10_000;

    /** Of indexes and small tables only, however many entities there are. */
    public static Backlog read(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        """
                select (select count(*) from (select from outbox limit %1$d) o),
                    coalesce((select extract(epoch from clock_timestamp() - (headers->>'ce_time')::timestamptz)
                        from outbox order by id limit 1), 0),
                    (select count(distinct key) from parked),
                    (select count(*) from (select from timer where not after_log and due < clock_timestamp() - interval '1 minute'
                        and key not in (select key from parked) limit %1$d) t)
                    + (select count(*) from (select from timer where after_log and due < clock_timestamp() - interval '1 minute'
                        and key not in (select key from parked) limit %1$d) t),
                    (select count(*) from (select from task where not_before < clock_timestamp() - interval '1 minute'
                        and (leased_until is null or leased_until < clock_timestamp()) limit %1$d) t)"""
                                .formatted(MOST));
                var rows = select.executeQuery()) {
            rows.next();
            return new Backlog(
                    rows.getLong(1), Math.max(0, rows.getDouble(2)), rows.getLong(3), rows.getLong(4), rows.getLong(5));
        }
    }
}
