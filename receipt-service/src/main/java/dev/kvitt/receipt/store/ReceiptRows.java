package dev.kvitt.receipt.store;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.Refusal;
import dev.kvitt.receipt.domain.ReceiptStatus;
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
    public static boolean insert(Connection connection, PaymentCaptured captured, Instant now) throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into receipt (msn, reference, sale_key, status, captured, wanted_at)
                values (?, ?, ?, 'WANTED', ?::jsonb, ?) on conflict (msn, reference) do nothing""")) {
            insert.setString(1, captured.sale().msn().value());
            insert.setString(2, captured.reference().value());
            insert.setString(3, captured.key());
            insert.setString(4, EventCodec.json(captured));
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    public static Optional<WantedReceipt> find(Connection connection, Msn msn, PaymentReference reference)
            throws SQLException {
        try (var select = connection.prepareStatement(
                "select captured, status, wanted_at from receipt where msn = ? and reference = ?")) {
            select.setString(1, msn.value());
            select.setString(2, reference.value());
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(new WantedReceipt(
                            EventCodec.data(EventType.PAYMENT_CAPTURED, row.getString(1), PaymentCaptured.class),
                            ReceiptStatus.valueOf(row.getString(2)),
                            row.getObject(3, OffsetDateTime.class).toInstant()))
                    : Optional.empty();
        }
    }

    public static void posted(Connection connection, PaymentCaptured captured, Instant now) throws SQLException {
        finish(connection, captured, ReceiptStatus.POSTED, null, now);
    }

    public static void rejected(Connection connection, PaymentCaptured captured, Refusal refusal, Instant now)
            throws SQLException {
        finish(connection, captured, ReceiptStatus.REJECTED, refusal.code(), now);
    }

    private static void finish(
            Connection connection, PaymentCaptured captured, ReceiptStatus status, String refusalCode, Instant now)
            throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update receipt set status = ?, refusal_code = ?, finished_at = ?
                where msn = ? and reference = ?""")) {
            update.setString(1, status.name());
            update.setString(2, refusalCode);
            update.setObject(3, now.atOffset(ZoneOffset.UTC));
            update.setString(4, captured.sale().msn().value());
            update.setString(5, captured.reference().value());
            update.executeUpdate();
        }
    }
}
