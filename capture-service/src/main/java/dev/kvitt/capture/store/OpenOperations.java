package dev.kvitt.capture.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * What is still to be done at Vipps.
 *
 * @param fresh operations that were never sent or of which it is known that no try did anything; {@value #MOST} at most are looked at
 * @param unknown operations of which the last result was "unknown"
 * @param inDoubtSeconds how long ago, by the database's clock, the first try was sent of which nobody knows what it did; 0 without
 * @param waiting payments that have used up their reads or writes of this minute
 */
public record OpenOperations(long fresh, long unknown, double inDoubtSeconds, long waiting) {

    /** Looked at no further: counting must stay cheap when most is amiss. */
    static final int MOST = 10_000;

    /** By the index of open operations, however many have ended. What a person has given up is in nobody's doubt. */
    public static OpenOperations read(Connection connection, Duration readsAhead) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                with open as (select msn, reference, status, in_doubt_since, skipped_at, reads_used_until, recent_sends
                    from operation where finished_at is null order by issued_at limit %1$d)
                select count(*) filter (where status = 'NEW'), count(*) filter (where status = 'UNKNOWN'),
                    coalesce(extract(epoch from clock_timestamp()
                        - min(in_doubt_since) filter (where skipped_at is null)), 0),
                    (select count(*) from (select from open group by msn, reference
                        having max(reads_used_until) > clock_timestamp() + make_interval(secs => ?)
                            or sum((select count(*) from unnest(recent_sends) as sent
                                where sent > clock_timestamp() - make_interval(secs => ?))) >= ?) payment)
                from open"""
                        .formatted(MOST))) {
            select.setDouble(1, readsAhead.toMillis() / 1000.0);
            select.setDouble(2, SendLog.WINDOW.toMillis() / 1000.0);
            select.setInt(3, SendLog.WRITES_PER_WINDOW);
            var rows = select.executeQuery();
            rows.next();
            return new OpenOperations(
                    rows.getLong(1), rows.getLong(2), Math.max(0, rows.getDouble(3)), rows.getLong(4));
        }
    }
}
