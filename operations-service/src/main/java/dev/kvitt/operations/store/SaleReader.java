package dev.kvitt.operations.store;

import dev.kvitt.events.Currency;
import dev.kvitt.operations.domain.Phase;
import dev.kvitt.operations.domain.ReceiptState;
import dev.kvitt.operations.domain.Sale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;

/** Reads rows of {@code sale}. */
final class SaleReader {

    /** Of the table under the name s. */
    static final String COLUMNS =
            """
            s.*, (select coalesce(sum(greatest(0, p.authorized - p.captured - p.cancelled)), 0) from payment p
                where p.key = s.key and p.state = 'AUTHORIZED') as reserved""";

    private SaleReader() {}

    static SaleRow row(ResultSet row) throws SQLException {
        return new SaleRow(sale(row), row.getLong("reserved"));
    }

    private static Sale sale(ResultSet row) throws SQLException {
        var currency = row.getString("currency");
        return new Sale(
                row.getString("key"),
                row.getString("msn"),
                row.getString("sale_id"),
                row.getString("shop_id"),
                row.getString("till_id"),
                row.getString("qr_id"),
                currency == null ? null : Currency.valueOf(currency),
                row.getObject("amount", Long.class),
                row.getObject("confirmed", Long.class),
                row.getLong("authorized"),
                row.getLong("captured"),
                row.getLong("cancelled"),
                row.getLong("refunded"),
                Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getString("reference"),
                time(row, "opened_at"),
                time(row, "authorized_at"),
                time(row, "first_at"),
                time(row, "last_at"),
                time(row, "capture_guaranteed_until"),
                time(row, "select_until"),
                row.getBoolean("handed_over"),
                time(row, "parked_since"),
                row.getString("parked_reason"),
                row.getString("at_risk"),
                ReceiptState.valueOf(row.getString("receipt").toUpperCase(Locale.ROOT)),
                row.getBoolean("acknowledged"),
                row.getString("trace_id"));
    }

    private static Instant time(ResultSet row, String name) throws SQLException {
        var time = row.getObject(name, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
