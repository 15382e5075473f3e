package dev.kvitt.checkin.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who was erased lately, in SQL: by the keyed hash of the number, or by an id that nobody has here. An agreement from before must
 * not bring the number back.
 */
final class Tombstones {

    /** Vipps tells a number for 168 hours after the agreement (Userinfo API), and clocks and timers need a little more. */
    static final Duration KEPT = Duration.ofDays(8);

    private Tombstones() {}

    /** To be called before the number's hash leaves its row. */
    static void ofNumber(Connection connection, String customerId, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into customer_tombstone (merchant, whose, erased_at)
                select merchant, number_hash, ? from customer where customer_id = ? and number_hash is not null
                on conflict (merchant, whose) do update set erased_at = excluded.erased_at""")) {
            insert.setObject(1, CustomerRows.at(now));
            insert.setString(2, customerId);
            insert.executeUpdate();
        }
    }

    static void ofId(Connection connection, String merchant, String customerId, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into customer_tombstone (merchant, whose, erased_at) values (?, ?, ?)
                on conflict (merchant, whose) do update set erased_at = excluded.erased_at""")) {
            insert.setString(1, merchant);
            insert.setString(2, customerId);
            insert.setObject(3, CustomerRows.at(now));
            insert.executeUpdate();
        }
    }

    /**
     * A number whose sale would give it an id that was erased was erased with it: from now on also where other sales that were agreed
     * to before would give it another id.
     *
     * @return when it was erased; empty where the id was not, or not since the agreement
     */
    static Optional<Instant> ofNumberById(
            Connection connection, String merchant, String saleKey, String hash, String customerId)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into customer_tombstone as t (merchant, whose, erased_at)
                select i.merchant, ?, i.erased_at from customer_tombstone i where i.merchant = ? and i.whose = ? and not exists
                (select 1 from customer_consent c where c.sale_key = ? and c.given_at > i.erased_at)
                on conflict (merchant, whose) do update set erased_at = greatest(t.erased_at, excluded.erased_at)
                returning erased_at""")) {
            insert.setString(1, hash);
            insert.setString(2, merchant);
            insert.setString(3, customerId);
            insert.setString(4, saleKey);
            var rows = insert.executeQuery();
            return rows.next() ? CustomerRows.instant(rows, 1) : Optional.empty();
        }
    }

    /** Whether what was agreed with a sale was agreed before the number, or the id it would have, was erased. */
    static boolean cover(Connection connection, String merchant, String saleKey, String hash, String customerId)
            throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select 1 from customer_tombstone t where t.merchant = ? and t.whose in (?, ?) and not exists
                (select 1 from customer_consent c where c.sale_key = ? and c.given_at > t.erased_at) limit 1""")) {
            select.setString(1, merchant);
            select.setString(2, hash);
            select.setString(3, customerId);
            select.setString(4, saleKey);
            return select.executeQuery().next();
        }
    }

    static void forget(Connection connection, Instant now) throws SQLException {
        try (var delete = connection.prepareStatement("delete from customer_tombstone where erased_at <= ?")) {
            delete.setObject(1, CustomerRows.at(now.minus(KEPT)));
            delete.executeUpdate();
        }
    }
}
