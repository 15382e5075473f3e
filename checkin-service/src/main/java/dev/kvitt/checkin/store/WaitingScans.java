package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.messaging.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** The queue at a printed code. */
public final class WaitingScans {

    private WaitingScans() {}

    public static void add(Connection connection, PrintedCode code, String saleKey, Instant initiatedAt) {
        try (var insert = connection.prepareStatement(
                "insert into qr_waiting (msn, qr_id, sale_key, initiated_at) values (?, ?, ?, ?)")) {
            insert.setString(1, code.msn().value());
            insert.setString(2, code.qrId());
            insert.setString(3, saleKey);
            insert.setObject(4, initiatedAt.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    public static void remove(Connection connection, PrintedCode code, String saleKey) {
        try (var delete =
                connection.prepareStatement("delete from qr_waiting where msn = ? and qr_id = ? and sale_key = ?")) {
            delete.setString(1, code.msn().value());
            delete.setString(2, code.qrId());
            delete.setString(3, saleKey);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
