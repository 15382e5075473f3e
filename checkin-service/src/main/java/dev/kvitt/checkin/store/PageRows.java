package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.PageSale;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which sales are shown at which printed code, and whose address is whose. Each row is its sale's, written under the sale's lock. */
@Singleton
public class PageRows {

    private final Transactions transactions;

    PageRows(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A press of a sale. */
    public record Pressed(String saleKey, int press) {}

    /** Shows a sale to whoever scans its code. To be called by who has the sale locked, as are all that take a connection. */
    public static void show(Connection connection, String saleKey, PageSale sale) {
        run(
                connection,
                "insert into page_sale (sale_key, msn, qr_id, opened_at) values (?, ?, ?, ?) on conflict (sale_key) do"
                        + " update set opened_at = excluded.opened_at where page_sale.opened_at <> excluded.opened_at",
                insert -> {
                    insert.setString(1, saleKey);
                    insert.setString(2, sale.code().msn().value());
                    insert.setString(3, sale.code().qrId());
                    insert.setObject(4, sale.offer().openedAt().atOffset(ZoneOffset.UTC));
                });
    }

    public static void hide(Connection connection, String saleKey) {
        run(connection, "delete from page_sale where sale_key = ?", delete -> delete.setString(1, saleKey));
    }

    /** @param hash of the token in the address that this press comes back to */
    public static void returnsTo(Connection connection, String hash, Pressed pressed, Instant now) {
        run(
                connection,
                "insert into page_return (token_hash, sale_key, press, made_at) values (?, ?, ?, ?)",
                insert -> {
                    insert.setString(1, hash);
                    insert.setString(2, pressed.saleKey());
                    insert.setInt(3, pressed.press());
                    insert.setObject(4, now.atOffset(ZoneOffset.UTC));
                });
    }

    public static void forgetReturns(Connection connection, String saleKey) {
        run(connection, "delete from page_return where sale_key = ?", delete -> delete.setString(1, saleKey));
    }

    /** The newest sale at a code: a till that opens another has turned to the next customer. */
    public Optional<String> newestAt(PrintedCode code) {
        return one(
                "select sale_key from page_sale where msn = ? and qr_id = ? order by opened_at desc, sale_key limit 1",
                select -> {
                    select.setString(1, code.msn().value());
                    select.setString(2, code.qrId());
                },
                row -> row.getString(1));
    }

    /** As it stands, without a lock: to be shown, not to be decided on. */
    public Optional<PageSale> sale(String saleKey) {
        return one(
                        "select state from entity where key = ?",
                        select -> select.setString(1, saleKey),
                        row -> row.getString(1))
                .map(json -> StateJson.read(json, PageSale.class));
    }

    public Optional<Pressed> returned(String hash) {
        return one(
                "select sale_key, press from page_return where token_hash = ?",
                select -> select.setString(1, hash),
                row -> new Pressed(row.getString(1), row.getInt(2)));
    }

    private <T> Optional<T> one(String sql, Binding binding, Reading<T> reading) {
        return transactions.run(connection -> {
            try (var select = connection.prepareStatement(sql)) {
                binding.bind(select);
                var rows = select.executeQuery();
                return rows.next() ? Optional.ofNullable(reading.read(rows)) : Optional.empty();
            }
        });
    }

    private static void run(Connection connection, String sql, Binding binding) {
        try (var statement = connection.prepareStatement(sql)) {
            binding.bind(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
