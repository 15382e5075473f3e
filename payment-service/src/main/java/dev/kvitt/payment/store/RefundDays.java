package dev.kvitt.payment.store;

import dev.kvitt.events.Msn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.UUID;

/** How much each till has had paid back in a day, counted in the transaction of the sale that it is for. */
public final class RefundDays {

    private RefundDays() {}

    /** A till's day. */
    public record TillDay(Msn msn, String tillId, LocalDate day) {}

    /**
     * Counts a refund unless it goes beyond the limit. The same request of the same sale is counted once.
     *
     * @param amount in minor units, as is the limit
     * @return empty when it is counted; else what is left of the day
     */
    public static OptionalLong take(
            Connection connection, TillDay day, String saleKey, UUID requestId, long amount, long limit)
            throws SQLException {
        var taken = lock(connection, day);
        if (isCounted(connection, saleKey, requestId)) {
            return OptionalLong.empty();
        }
        if (amount > limit - taken) {
            return OptionalLong.of(Math.max(0, limit - taken));
        }
        try (var insert = connection.prepareStatement("insert into refund_counted values (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, saleKey);
            insert.setObject(2, requestId);
            bind(insert, 3, day);
            insert.setLong(6, amount);
            insert.executeUpdate();
        }
        add(connection, day, amount);
        return OptionalLong.empty();
    }

    /** What came to nothing counts no more. */
    public static void giveBack(Connection connection, String saleKey, UUID requestId) throws SQLException {
        try (var delete = connection.prepareStatement(
                """
                delete from refund_counted where sale_key = ? and request_id = ?
                returning msn, till_id, day, amount""")) {
            delete.setString(1, saleKey);
            delete.setObject(2, requestId);
            var rows = delete.executeQuery();
            if (rows.next()) {
                var day =
                        new TillDay(new Msn(rows.getString(1)), rows.getString(2), rows.getObject(3, LocalDate.class));
                add(connection, day, -rows.getLong(4));
            }
        }
    }

    /** @return what is taken of the day already; the row stays locked */
    private static long lock(Connection connection, TillDay day) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into refund_day values (?, ?, ?, 0) on conflict do nothing")) {
            bind(insert, 1, day);
            insert.executeUpdate();
        }
        try (var select = connection.prepareStatement(
                "select taken from refund_day where msn = ? and till_id = ? and day = ? for update")) {
            bind(select, 1, day);
            var rows = select.executeQuery();
            rows.next();
            return rows.getLong(1);
        }
    }

    private static boolean isCounted(Connection connection, String saleKey, UUID requestId) throws SQLException {
        try (var select =
                connection.prepareStatement("select from refund_counted where sale_key = ? and request_id = ?")) {
            select.setString(1, saleKey);
            select.setObject(2, requestId);
            return select.executeQuery().next();
        }
    }

    private static void add(Connection connection, TillDay day, long amount) throws SQLException {
        try (var update = connection.prepareStatement(
                "update refund_day set taken = taken + ? where msn = ? and till_id = ? and day = ?")) {
            update.setLong(1, amount);
            bind(update, 2, day);
            update.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, int from, TillDay day) throws SQLException {
        statement.setString(from, day.msn().value());
        statement.setString(from + 1, day.tillId());
        statement.setObject(from + 2, day.day());
    }
}
