package dev.kvitt.payment.store;

import dev.kvitt.events.Msn;
import dev.kvitt.messaging.store.SqlArrays;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What tills that use HTTP were told; a trigger on the outbox writes it. */
public final class TillFeeds {

    /** What one look brings a till, at most. */
    static final int AT_ONCE = 100;

    /** Of the values that one look brings a till, in bytes; one that is longer alone comes alone. */
    static final int BYTES_AT_ONCE = 256 * 1024;

    private static final int FORGOTTEN_AT_ONCE = 10_000;

    private TillFeeds() {}

    /** Somebody who waits for more than number {@code after}. */
    public record Reader(Msn msn, String tillId, long after) {}

    /**
     * What was told.
     *
     * @param n counted for each till
     * @param headers of the Kafka message, as JSON
     * @param value of the Kafka message
     */
    public record News(long n, String headers, String value) {}

    /**
     * What a till has not heard.
     *
     * @param last the number of what it was told last; smaller than what the reader has heard when the database has forgotten it
     * @param news what is kept of it, oldest first; not all of it at once
     */
    public record Told(long last, List<News> news) {}

    /**
     * One look for several tills.
     *
     * @param epoch as {@link #epoch}
     * @param told of those that have heard something else than there is
     */
    public record Look(String epoch, Map<Reader, Told> told) {}

    /**
     * Of which history of the database the numbers are: another one after every start of its server, so also after a failover and
     * a restore, when numbers may be given again for something else; and another one in another database of the same server, and
     * where the table was made or filled anew, as from a dump. A server that is only started again forgets nothing, and nobody can
     * tell that from outside.
     */
    public static String epoch(Connection connection) throws SQLException {
        try (var select = connection.prepareStatement(
                        """
                        select substr(md5(concat_ws(' ', extract(epoch from pg_postmaster_start_time()),
                            (select oid from pg_database where datname = current_database()),
                            pg_relation_filenode('till_told'))), 1, 8)""");
                var rows = select.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** From now on this till's news is kept. */
    public static void begin(Connection connection, Msn msn, String tillId) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into till_feed (msn, till_id) values (?, ?) on conflict do nothing")) {
            insert.setString(1, msn.value());
            insert.setString(2, tillId);
            insert.executeUpdate();
        }
    }

    /** The number of what the till was told last; 0 before anything. */
    public static long last(Connection connection, Msn msn, String tillId) throws SQLException {
        try (var select = connection.prepareStatement("select last from till_feed where msn = ? and till_id = ?")) {
            select.setString(1, msn.value());
            select.setString(2, tillId);
            var rows = select.executeQuery();
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    public static Look look(Connection connection, Collection<Reader> readers) throws SQLException {
        return new Look(epoch(connection), since(connection, readers));
    }

    /** One query for all of them. */
    private static Map<Reader, Told> since(Connection connection, Collection<Reader> readers) throws SQLException {
        var distinct = readers.stream().distinct().toList();
        var found = new HashMap<Reader, Told>();
        try (var select = connection.prepareStatement(
                """
                select r.i, coalesce(f.last, 0), t.n, t.headers, t.value
                from unnest(?, ?, ?) with ordinality as r (msn, till_id, after, i)
                left join till_feed f on f.msn = r.msn and f.till_id = r.till_id
                left join lateral (
                    select n, headers, value from (
                        select n, headers, value,
                            coalesce(sum(octet_length(value)) over (order by n
                                rows between unbounded preceding and 1 preceding), 0) as ahead
                        from (select n, headers, value from till_told
                            where msn = r.msn and till_id = r.till_id and n > r.after order by n limit %d) few) sized
                    where ahead < %d) t on true
                where coalesce(f.last, 0) <> r.after
                order by r.i, t.n"""
                        .formatted(AT_ONCE, BYTES_AT_ONCE))) {
            select.setArray(1, SqlArrays.column(connection, "text", distinct, reader -> reader.msn()
                    .value()));
            select.setArray(2, SqlArrays.column(connection, "text", distinct, Reader::tillId));
            select.setArray(3, SqlArrays.column(connection, "bigint", distinct, Reader::after));
            var rows = select.executeQuery();
            while (rows.next()) {
                var last = rows.getLong(2);
                var told = found.computeIfAbsent(
                        distinct.get(rows.getInt(1) - 1), reader -> new Told(last, new ArrayList<>()));
                var value = rows.getBytes(5);
                if (value != null) {
                    told.news()
                            .add(new News(
                                    rows.getLong(3), rows.getString(4), new String(value, StandardCharsets.UTF_8)));
                }
            }
        }
        return found;
    }

    /** How much was said about each sale, in one query; those that nothing is known of are left out. */
    public static Map<String, Long> said(Connection connection, Collection<String> saleKeys) throws SQLException {
        try (var select = connection.prepareStatement(
                "select key, coalesce((state->>'said')::bigint, 0) from entity where key = any (?)")) {
            select.setArray(1, SqlArrays.column(connection, "text", saleKeys, key -> key));
            var rows = select.executeQuery();
            var said = new HashMap<String, Long>();
            while (rows.next()) {
                said.put(rows.getString(1), rows.getLong(2));
            }
            return said;
        }
    }

    /** The values of refusals that were told about a sale, oldest first. */
    public static List<String> refusals(Connection connection, String saleKey) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select value from (select n, value from till_told
                    where sale_key = ? and headers->>'ce_type' = 'kvitt.payment.refused.v1' order by n desc limit 10) t
                order by n""")) {
            select.setString(1, saleKey);
            var rows = select.executeQuery();
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(new String(rows.getBytes(1), StandardCharsets.UTF_8));
            }
            return values;
        }
    }

    /** @return whether there may be more of it */
    public static boolean forget(Connection connection, Instant now, Duration kept) throws SQLException {
        try (var delete = connection.prepareStatement(
                """
                delete from till_told where (msn, till_id, n) in (
                    select msn, till_id, n from till_told where told_at < ? limit ? for update skip locked)""")) {
            delete.setObject(1, now.minus(kept).atOffset(ZoneOffset.UTC));
            delete.setInt(2, FORGOTTEN_AT_ONCE);
            return delete.executeUpdate() == FORGOTTEN_AT_ONCE;
        }
    }
}
