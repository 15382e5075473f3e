package dev.kvitt.payment.store;

import dev.kvitt.events.Msn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** What tills have asked for over HTTP, and of which sales. */
public final class HttpRequests {

    /** Rows that are forgotten at once, at most. */
    private static final int AT_ONCE = 10_000;

    private HttpRequests() {}

    /** Whether a request was made before. */
    public enum Known {
        NEW,
        SAME,
        /** Something else was asked for under the same id. */
        OTHER,
        /** It was applied, and what was asked for is not remembered: nobody can tell whether this is the same. */
        DECIDED
    }

    /** @param hash of what is asked for */
    public record Asked(UUID eventId, String saleKey, Msn msn, String tillId, byte[] hash) {}

    /**
     * A sale that came by HTTP.
     *
     * @param openingOnItsWay its opening was accepted and is not applied yet
     * @param somethingOnItsWay what was accepted last is not applied yet: the sale may not be over, whatever it says
     */
    public record HttpSale(String tillId, boolean openingOnItsWay, boolean somethingOnItsWay) {}

    /** Writes the request down unless it was made before; one that is being made by another process at this moment is waited for. */
    public static Known take(Connection connection, Asked asked, Instant now) throws SQLException {
        // What was applied is applied once: under its id nothing else would ever be done.
        try (var insert = connection.prepareStatement(
                """
                insert into http_request (event_id, sale_key, body_hash, accepted_at)
                select ?::uuid, ?::text, ?::bytea, ?::timestamptz
                where not exists (select 1 from entity where key = ? and applied @> array[?::uuid])
                on conflict do nothing""")) {
            insert.setObject(1, asked.eventId());
            insert.setString(2, asked.saleKey());
            insert.setBytes(3, asked.hash());
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setString(5, asked.saleKey());
            insert.setObject(6, asked.eventId());
            if (insert.executeUpdate() == 1) {
                return Known.NEW;
            }
        }
        try (var select = connection.prepareStatement("select body_hash from http_request where event_id = ?")) {
            select.setObject(1, asked.eventId());
            var rows = select.executeQuery();
            if (!rows.next()) {
                return Known.DECIDED;
            }
            return Arrays.equals(rows.getBytes(1), asked.hash()) ? Known.SAME : Known.OTHER;
        }
    }

    /** What was accepted before this database was restored is known again, as it is applied again. */
    public static void remember(Connection connection, UUID eventId, String saleKey, byte[] hash, Instant acceptedAt)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into http_request (event_id, sale_key, body_hash, accepted_at) values (?, ?, ?, ?)
                on conflict do nothing""")) {
            insert.setObject(1, eventId);
            insert.setString(2, saleKey);
            insert.setBytes(3, hash);
            insert.setObject(4, acceptedAt.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /**
     * What was accepted was refused when it was read, since the registry did not permit it there: it is on its way no more.
     *
     * @param as the id under which that was applied
     */
    public static void refused(Connection connection, String saleKey, UUID eventId, UUID as) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update http_sale set
                    opening_id = case when opening_id = ? then ? else opening_id end,
                    last_id = case when last_id = ? then ? else last_id end
                where sale_key = ?""")) {
            update.setObject(1, eventId);
            update.setObject(2, as);
            update.setObject(3, eventId);
            update.setObject(4, as);
            update.setString(5, saleKey);
            update.executeUpdate();
        }
    }

    /**
     * From now on this sale is one that came by HTTP; the first till that asks for it is its till.
     *
     * @param opens whether this request opens it
     */
    public static void begin(Connection connection, Asked asked, boolean opens, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into http_sale (sale_key, msn, till_id, asked_at, opening_id, last_id) values (?, ?, ?, ?, ?, ?)
                on conflict (sale_key) do update set last_id = excluded.last_id"""
                        + (opens ? ", opening_id = excluded.opening_id" : ""))) {
            insert.setString(1, asked.saleKey());
            insert.setString(2, asked.msn().value());
            insert.setString(3, asked.tillId());
            insert.setObject(4, now.atOffset(ZoneOffset.UTC));
            insert.setObject(5, opens ? asked.eventId() : null);
            insert.setObject(6, asked.eventId());
            insert.executeUpdate();
        }
    }

    public static Optional<HttpSale> sale(Connection connection, String saleKey) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select till_id,
                    opening_id is not null and not coalesce(e.applied @> array[s.opening_id], false),
                    not coalesce(e.applied @> array[s.last_id], false)
                from http_sale s left join entity e on e.key = s.sale_key where sale_key = ?""")) {
            select.setString(1, saleKey);
            var rows = select.executeQuery();
            return rows.next()
                    ? Optional.of(new HttpSale(rows.getString(1), rows.getBoolean(2), rows.getBoolean(3)))
                    : Optional.empty();
        }
    }

    /**
     * The till knows that the sale is reserved or paid.
     *
     * @return false when nothing was told yet
     */
    public static boolean acknowledge(Connection connection, String saleKey, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update http_sale set acknowledged_at = coalesce(acknowledged_at, ?)
                where sale_key = ? and paid_told_at is not null""")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, saleKey);
            return update.executeUpdate() == 1;
        }
    }

    /**
     * Forgets requests; the sale itself still knows which it has had.
     *
     * @return whether there may be more of it
     */
    public static boolean forget(Connection connection, Instant before) throws SQLException {
        try (var delete = connection.prepareStatement(
                """
                delete from http_request where event_id in (
                    select event_id from http_request where accepted_at < ? limit ? for update skip locked)""")) {
            delete.setObject(1, before.atOffset(ZoneOffset.UTC));
            delete.setInt(2, AT_ONCE);
            return delete.executeUpdate() == AT_ONCE;
        }
    }

    /** How long a repetition can be held against the request itself. */
    public static final Duration REMEMBERED = Duration.ofDays(30);
}
