package dev.kvitt.payment.store;

import dev.kvitt.messaging.store.SqlArrays;
import dev.kvitt.registry.vipps.ReadPace;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How often each payment may be read ({@link ReadPace}). One row for a payment that was read lately, whichever process read it.
 */
public final class PaymentReads {

    private final ReadPace pace;

    /**
     * @param perMinute reads in any minute, at most
     * @param atOnce how many of them may follow each other without a pause
     */
    public PaymentReads(int perMinute, int atOnce) {
        this.pace = new ReadPace(perMinute, atOnce);
    }

    /**
     * Counts a read of each payment that may be read now.
     *
     * @param payments sales unit and reference
     * @return when the others may be read
     */
    public Map<String, Instant> take(Connection connection, Collection<String> payments, Instant now)
            throws SQLException {
        var known = lock(connection, payments);
        var refused = new HashMap<String, Instant>();
        var taken = new TreeMap<String, Instant>();
        for (var payment : payments) {
            var before = Optional.ofNullable(known.get(payment));
            pace.notBefore(before, 1, now)
                    .ifPresentOrElse(
                            until -> refused.put(payment, until),
                            () -> taken.put(payment, pace.usedUntil(before, 1, now)));
        }
        write(connection, taken);
        return refused;
    }

    /** Two processes that want to read the same payment come one after the other. */
    private static Map<String, Instant> lock(Connection connection, Collection<String> payments) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select payment, used_until from payment_reads
                where payment = any (?) order by payment for update""")) {
            select.setArray(1, SqlArrays.column(connection, "text", payments, payment -> payment));
            var rows = select.executeQuery();
            var known = new HashMap<String, Instant>();
            while (rows.next()) {
                known.put(
                        rows.getString(1),
                        rows.getObject(2, OffsetDateTime.class).toInstant());
            }
            return known;
        }
    }

    private static void write(Connection connection, Map<String, Instant> taken) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into payment_reads
                select payment, used_until::timestamptz from unnest(?, ?) as v (payment, used_until)
                on conflict (payment) do update set used_until = excluded.used_until""")) {
            insert.setArray(1, SqlArrays.column(connection, "text", taken.keySet(), payment -> payment));
            insert.setArray(2, SqlArrays.column(connection, "text", taken.values(), Instant::toString));
            insert.executeUpdate();
        }
    }

    /** How many payments have to wait before they may be read again. */
    public long usedUp(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select count(*) from payment_reads
                where used_until > clock_timestamp() + make_interval(secs => ?)""")) {
            select.setDouble(1, pace.ahead().toMillis() / 1000.0);
            var rows = select.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Forgets what has passed. */
    public static void forget(Connection connection, Instant now) throws SQLException {
        try (var delete = connection.prepareStatement(
                """
                delete from payment_reads where payment in (
                    select payment from payment_reads where used_until < ? for update skip locked)""")) {
            delete.setObject(1, now.atOffset(ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }
}
