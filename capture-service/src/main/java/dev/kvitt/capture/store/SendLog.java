package dev.kvitt.capture.store;

import dev.kvitt.capture.domain.Operation;
import dev.kvitt.messaging.store.Transactions;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Writes down that a try is about to be sent, before it is: after a crash this is how we know that it may have been. */
@Singleton
public class SendLog {

    /** Vipps takes 5 writes a minute on one payment (ePayment API, rate limits). */
    public static final int WRITES_PER_WINDOW = 5;

    public static final Duration WINDOW = Duration.ofMinutes(1);

    private final Transactions transactions;

    SendLog(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Whether a try may be sent. */
    public sealed interface Permission {
        /** @param inDoubtBefore since when an earlier try was in doubt */
        record Granted(Optional<Instant> inDoubtBefore) implements Permission {}

        /** The payment has had all its writes of this minute. */
        record NotBefore(Instant time) implements Permission {}

        /** The operation is finished or given up, or a later run of the task has taken over. */
        record NotOurs() implements Permission {}
    }

    /** @param tries of the task's run that wants to send */
    public Permission beforeSending(Operation operation, int tries, Instant now) {
        return transactions.run(connection -> {
            var row = lock(connection, operation);
            if (row.isEmpty() || row.get().sentByTry() > tries) {
                return new Permission.NotOurs();
            }
            var room = roomAt(connection, operation, now);
            if (room.isPresent()) {
                return new Permission.NotBefore(room.get());
            }
            write(connection, operation, tries, now);
            return new Permission.Granted(row.get().inDoubtSince());
        });
    }

    private record Locked(int sentByTry, Optional<Instant> inDoubtSince) {}

    private static Optional<Locked> lock(Connection connection, Operation operation) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select sent_by_try, in_doubt_since from operation
                where msn = ? and operation_id = ? and finished_at is null and skipped_at is null for update""")) {
            select.setString(1, operation.command().msn().value());
            select.setString(2, operation.command().operationId().value());
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(new Locked(row.getInt(1), OperationRows.instant(row, 2)))
                    : Optional.empty();
        }
    }

    /** @return when the payment may be written to again; empty for now */
    private static Optional<Instant> roomAt(Connection connection, Operation operation, Instant now)
            throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select sent from operation, unnest(recent_sends) as sent
                where msn = ? and reference = ? and sent > ?
                order by sent desc offset ? limit 1""")) {
            select.setString(1, operation.command().msn().value());
            select.setString(2, operation.command().reference().value());
            select.setObject(3, now.minus(WINDOW).atOffset(ZoneOffset.UTC));
            select.setInt(4, WRITES_PER_WINDOW - 1);
            var row = select.executeQuery();
            return row.next()
                    ? Optional.of(
                            row.getObject(1, OffsetDateTime.class).toInstant().plus(WINDOW))
                    : Optional.empty();
        }
    }

    private static void write(Connection connection, Operation operation, int tries, Instant now) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update operation set sent_by_try = ?, last_sent_at = ?,
                    first_sent_at = coalesce(first_sent_at, ?), in_doubt_since = coalesce(in_doubt_since, ?),
                    recent_sends = (array_prepend(?::timestamptz, recent_sends))[1:?]
                where msn = ? and operation_id = ?""")) {
            var time = now.atOffset(ZoneOffset.UTC);
            update.setInt(1, tries);
            for (var column = 2; column <= 5; column++) {
                update.setObject(column, time);
            }
            update.setInt(6, WRITES_PER_WINDOW);
            update.setString(7, operation.command().msn().value());
            update.setString(8, operation.command().operationId().value());
            update.executeUpdate();
        }
    }
}
