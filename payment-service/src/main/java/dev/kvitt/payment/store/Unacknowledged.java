package dev.kvitt.payment.store;

import dev.kvitt.events.Msn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Sales that came by HTTP, are reserved or paid, and whose till has not said that it knows. */
public final class Unacknowledged {

    /** Older ones are nobody's to find out at the till any more. */
    static final Duration LOOKED_AT = Duration.ofDays(7);

    /** What a list holds, at most. */
    static final int MOST = 100;

    private Unacknowledged() {}

    /** @param toldAt when the till was told first */
    public record Row(String saleId, Instant toldAt) {}

    /** Oldest first. */
    public static List<Row> of(Connection connection, Msn msn, String tillId, Instant toldBefore, Instant now)
            throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select sale_key, paid_told_at from http_sale
                where paid_told_at is not null and acknowledged_at is null
                    and msn = ? and till_id = ? and paid_told_at < ? and paid_told_at > ?
                order by paid_told_at limit ?""")) {
            select.setString(1, msn.value());
            select.setString(2, tillId);
            select.setObject(3, toldBefore.atOffset(ZoneOffset.UTC));
            select.setObject(4, now.minus(LOOKED_AT).atOffset(ZoneOffset.UTC));
            select.setInt(5, MOST);
            var rows = select.executeQuery();
            var found = new ArrayList<Row>();
            while (rows.next()) {
                var key = rows.getString(1);
                found.add(new Row(
                        key.substring(key.indexOf('/') + 1),
                        rows.getObject(2, OffsetDateTime.class).toInstant()));
            }
            return found;
        }
    }

    /** Of all tills. */
    public static long count(Connection connection, Instant toldBefore, Instant now) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select count(*) from http_sale
                where paid_told_at is not null and acknowledged_at is null and paid_told_at < ? and paid_told_at > ?""")) {
            select.setObject(1, toldBefore.atOffset(ZoneOffset.UTC));
            select.setObject(2, now.minus(LOOKED_AT).atOffset(ZoneOffset.UTC));
            var rows = select.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }
}
