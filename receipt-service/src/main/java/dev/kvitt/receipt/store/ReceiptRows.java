package dev.kvitt.receipt.store;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.Refusal;
import dev.kvitt.receipt.domain.ReceiptStatus;
import dev.kvitt.receipt.domain.Sold;
import dev.kvitt.receipt.domain.WantedReceipt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The rows of {@code receipt}. All but {@link #find} are called under the lock of the sale. */
public final class ReceiptRows {

    private ReceiptRows() {}

    /** @return false when the payment's receipt was there already; it is then left as it is */
    public static boolean insert(Connection connection, Sold sold, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into receipt (msn, reference, sale_key, status, event_type, event, wanted_at)
                values (?, ?, ?, 'WANTED', ?, ?::jsonb, ?) on conflict (msn, reference) do nothing""")) {
            insert.setString(1, sold.sale().msn().value());
            insert.setString(2, sold.reference().value());
            insert.setString(3, sold.event().key());
            insert.setString(4, EventType.of(sold.event()).typeName());
            insert.setString(5, EventCodec.json(sold.event()));
            insert.setObject(6, now.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    public static Optional<WantedReceipt> find(Connection connection, Msn msn, PaymentReference reference)
            throws SQLException {
        try (var select = connection.prepareStatement(
                "select event_type, event, status, wanted_at from receipt where msn = ? and reference = ?")) {
            select.setString(1, msn.value());
            select.setString(2, reference.value());
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(new WantedReceipt(
                            sold(row.getString(1), row.getString(2)),
                            ReceiptStatus.valueOf(row.getString(3)),
                            row.getObject(4, OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        }
    }

    private static Sold sold(String type, String event) {
        return EventType.named(type)
                .map(known -> EventCodec.data(known, event, PaymentEvent.class))
                .flatMap(Sold::of)
                .orElseThrow(() -> new IllegalStateException("a stored event asks for no receipt: " + type));
    }

    public static void posted(Connection connection, Sold sold, Instant now) throws SQLException {
        finish(connection, sold, ReceiptStatus.POSTED, null, now);
    }

    public static void rejected(Connection connection, Sold sold, Refusal refusal, Instant now) throws SQLException {
        finish(connection, sold, ReceiptStatus.REJECTED, refusal.code(), now);
    }

    private static void finish(Connection connection, Sold sold, ReceiptStatus status, String refusalCode, Instant now)
            throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update receipt set status = ?, refusal_code = ?, finished_at = ?
                where msn = ? and reference = ?""")) {
            update.setString(1, status.name());
            update.setString(2, refusalCode);
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.setString(4, sold.sale().msn().value());
            update.setString(5, sold.reference().value());
            update.executeUpdate();
        }
    }
}
