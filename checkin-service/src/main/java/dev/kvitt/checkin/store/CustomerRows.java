package dev.kvitt.checkin.store;

import dev.kvitt.checkin.store.CustomerSeal.SealedNumber;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Customers in SQL. What may change is locked when it is read. */
final class CustomerRows {

    private static final String COLUMNS =
            "customer_id, merchant, sealed_number, sealed_key, created_at, last_used_at, keep_until, erased_at";

    private CustomerRows() {}

    /**
     * A customer as stored.
     *
     * @param sealed absent once erased
     * @param erasedAt absent while kept
     */
    record Row(
            String customerId,
            String merchant,
            Optional<SealedNumber> sealed,
            Instant createdAt,
            Instant lastUsedAt,
            Instant keepUntil,
            Optional<Instant> erasedAt) {

        boolean isKept(Instant now) {
            return sealed.isPresent() && now.isBefore(keepUntil);
        }
    }

    static Optional<Row> find(Connection connection, String merchant, String customerId) throws SQLException {
        return one(connection, "merchant = ? and customer_id = ?", merchant, customerId);
    }

    static Optional<Row> findByHash(Connection connection, String merchant, String hash) throws SQLException {
        return one(connection, "merchant = ? and number_hash = ?", merchant, hash);
    }

    /** Until the transaction ends, this number of this merchant is remembered by nobody else. */
    static void lock(Connection connection, String hash) throws SQLException {
        try (var select = connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            select.setString(1, hash);
            select.execute();
        }
    }

    private static Optional<Row> one(Connection connection, String where, String merchant, String value)
            throws SQLException {
        try (var select =
                connection.prepareStatement("select " + COLUMNS + " from customer where " + where + " for update")) {
            select.setString(1, merchant);
            select.setString(2, value);
            var rows = select.executeQuery();
            return rows.next() ? Optional.of(read(rows)) : Optional.empty();
        }
    }

    private static Row read(ResultSet rows) throws SQLException {
        var number = rows.getString(3);
        return new Row(
                rows.getString(1),
                rows.getString(2),
                number == null ? Optional.empty() : Optional.of(new SealedNumber(number, rows.getString(4))),
                instant(rows, 5).orElseThrow(),
                instant(rows, 6).orElseThrow(),
                instant(rows, 7).orElseThrow(),
                instant(rows, 8));
    }

    /** @return false when this id, or this number of the merchant, is there already */
    static boolean insert(
            Connection connection,
            String customerId,
            String merchant,
            String hash,
            SealedNumber sealed,
            Instant now,
            Instant keepUntil)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into customer (customer_id, merchant, number_hash, sealed_number, sealed_key, created_at, last_used_at, keep_until)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")) {
            insert.setString(1, customerId);
            insert.setString(2, merchant);
            insert.setString(3, hash);
            insert.setString(4, sealed.number());
            insert.setString(5, sealed.key());
            insert.setObject(6, at(now));
            insert.setObject(7, at(now));
            insert.setObject(8, at(keepUntil));
            return insert.executeUpdate() == 1;
        }
    }

    static void keepUntil(Connection connection, String customerId, Instant lastUsedAt, Instant until)
            throws SQLException {
        try (var update = connection.prepareStatement(
                "update customer set last_used_at = ?, keep_until = ? where customer_id = ? and erased_at is null")) {
            update.setObject(1, at(lastUsedAt));
            update.setObject(2, at(until));
            update.setString(3, customerId);
            update.executeUpdate();
        }
    }

    /** The number and its key leave the row, and what the number was used for leaves the database. */
    static void erase(Connection connection, String customerId, Instant now, Erased.Why why) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update customer set number_hash = null, sealed_number = null, sealed_key = null, erased_at = ?, erased_why = ?
                where customer_id = ? and erased_at is null""")) {
            update.setObject(1, at(now));
            update.setString(2, why.name());
            update.setString(3, customerId);
            update.executeUpdate();
        }
        try (var delete = connection.prepareStatement("delete from customer_use where customer_id = ?")) {
            delete.setString(1, customerId);
            delete.executeUpdate();
        }
    }

    static List<String> unused(Connection connection, Instant now, int most) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select customer_id from customer where erased_at is null and keep_until <= ?
                order by keep_until limit ? for update skip locked""")) {
            select.setObject(1, at(now));
            select.setInt(2, most);
            var rows = select.executeQuery();
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static Optional<Instant> instant(ResultSet rows, int column) throws SQLException {
        return Optional.ofNullable(rows.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
