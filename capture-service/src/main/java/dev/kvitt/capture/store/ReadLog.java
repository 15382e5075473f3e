package dev.kvitt.capture.store;

import dev.kvitt.capture.domain.Operation;
import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.registry.vipps.ReadPace;
import dev.kvitt.registry.vipps.ReadShare;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Counts reads of a payment before they are made, so that no crash and no other process goes beyond capture-service's share
 * of Vipps' limit ({@link ReadShare}).
 */
@Singleton
public class ReadLog {

    /** Reads of one payment that may follow each other without a pause: two rounds of a capture and one of a cancel. */
    public static final int AT_ONCE = 10;

    private final ReadPace pace = new ReadPace(ReadShare.CAPTURE.perMinute(), AT_ONCE);
    private final Transactions transactions;

    ReadLog(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A payment whose reads are used up for longer than this from now has to wait. */
    public Duration ahead() {
        return pace.ahead();
    }

    /**
     * @param reads how many are about to be made, together
     * @return when they may be made; empty when they may be now, and are counted
     */
    public Optional<Instant> beforeReading(Operation operation, int reads, Instant now) {
        return transactions.run(connection -> {
            var used = lock(connection, operation);
            var room = pace.notBefore(used, reads, now);
            if (room.isEmpty()) {
                write(connection, operation, pace.usedUntil(used, reads, now));
            }
            return room;
        });
    }

    /** Whoever else wants to read the payment waits for the rows. */
    private static Optional<Instant> lock(Connection connection, Operation operation) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select reads_used_until from operation
                where msn = ? and reference = ? order by operation_id for update""")) {
            select.setString(1, operation.command().msn().value());
            select.setString(2, operation.command().reference().value());
            var rows = select.executeQuery();
            var latest = Optional.<Instant>empty();
            while (rows.next()) {
                var used = OperationRows.instant(rows, 1);
                if (used.isPresent()
                        && latest.filter(known -> !known.isBefore(used.get())).isEmpty()) {
                    latest = used;
                }
            }
            return latest;
        }
    }

    private static void write(Connection connection, Operation operation, Instant usedUntil) throws SQLException {
        try (var update = connection.prepareStatement(
                "update operation set reads_used_until = ? where msn = ? and operation_id = ?")) {
            update.setObject(1, usedUntil.atOffset(ZoneOffset.UTC));
            update.setString(2, operation.command().msn().value());
            update.setString(3, operation.command().operationId().value());
            update.executeUpdate();
        }
    }
}
