package dev.kvitt.checkin.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What customers agreed to and what their numbers were used for, in SQL. */
final class ConsentRows {

    private ConsentRows() {}

    /** @return false when the sale is there already */
    static boolean insert(Connection connection, String saleKey, String merchant, String purpose, Instant givenAt)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into customer_consent (sale_key, merchant, purpose, given_at) values (?, ?, ?, ?)
                on conflict do nothing""")) {
            insert.setString(1, saleKey);
            insert.setString(2, merchant);
            insert.setString(3, purpose);
            insert.setObject(4, CustomerRows.at(givenAt));
            return insert.executeUpdate() == 1;
        }
    }

    static void of(Connection connection, String saleKey, String customerId) throws SQLException {
        try (var update =
                connection.prepareStatement("update customer_consent set customer_id = ? where sale_key = ?")) {
            update.setString(1, customerId);
            update.setString(2, saleKey);
            update.executeUpdate();
        }
    }

    /** Whether a customer has agreed to anything after that time. */
    static boolean since(Connection connection, String customerId, Instant then) throws SQLException {
        try (var select = connection.prepareStatement(
                "select 1 from customer_consent where customer_id = ? and given_at > ? limit 1")) {
            select.setString(1, customerId);
            select.setObject(2, CustomerRows.at(then));
            return select.executeQuery().next();
        }
    }

    static List<CustomerExport.Consent> all(Connection connection, String customerId) throws SQLException {
        try (var select = connection.prepareStatement(
                "select sale_key, purpose, given_at from customer_consent where customer_id = ? order by given_at")) {
            select.setString(1, customerId);
            var rows = select.executeQuery();
            var found = new ArrayList<CustomerExport.Consent>();
            while (rows.next()) {
                found.add(new CustomerExport.Consent(
                        rows.getString(1),
                        rows.getString(2),
                        CustomerRows.instant(rows, 3).orElseThrow()));
            }
            return found;
        }
    }

    /** Once for a sale, however often its request is tried. */
    static void used(Connection connection, String customerId, String saleKey, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into customer_use (customer_id, sale_key, used_at) values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, customerId);
            insert.setString(2, saleKey);
            insert.setObject(3, CustomerRows.at(now));
            insert.executeUpdate();
        }
    }

    static List<CustomerExport.Use> uses(Connection connection, String customerId) throws SQLException {
        try (var select = connection.prepareStatement(
                "select sale_key, used_at from customer_use where customer_id = ? order by used_at")) {
            select.setString(1, customerId);
            var rows = select.executeQuery();
            var found = new ArrayList<CustomerExport.Use>();
            while (rows.next()) {
                found.add(new CustomerExport.Use(
                        rows.getString(1), CustomerRows.instant(rows, 2).orElseThrow()));
            }
            return found;
        }
    }
}
