package dev.kvitt.checkin.store;

import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Counts requests by the minute, over all replicas. Who made them is a signature here, and forgotten after some minutes. */
@Singleton
public class PageVisits {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final InstantSource clock;

    PageVisits(Transactions transactions, InstantSource clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return how often it was counted in this minute, with this time */
    public int count(String what) {
        var minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        return transactions.run(connection -> {
            var times = count(connection, what, minute);
            if (times == 1) {
                forget(connection, minute.minus(KEPT));
            }
            return times;
        });
    }

    private static int count(Connection connection, String what, Instant minute) throws SQLException {
        try (var upsert = connection.prepareStatement("insert into page_visit (what, minute, times) values (?, ?, 1)"
                + " on conflict (what, minute) do update set times = page_visit.times + 1 returning times")) {
            upsert.setString(1, what);
            upsert.setObject(2, utc(minute));
            var row = upsert.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    /** Nobody waits for anybody: what another request is forgetting is left to it. */
    private static void forget(Connection connection, Instant before) throws SQLException {
        try (var delete = connection.prepareStatement(
                "delete from page_visit where ctid in (select ctid from page_visit where minute < ? limit 1000 for"
                        + " update skip locked)")) {
            delete.setObject(1, utc(before));
            delete.executeUpdate();
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
