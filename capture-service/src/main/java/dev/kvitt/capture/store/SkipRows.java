package dev.kvitt.capture.store;

import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.SkipOperation;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** What people have given up, in the rows of {@code skip}. All is called under the lock of the sale. */
public final class SkipRows {

    private SkipRows() {}

    /** Keeps any try from being written down until this transaction ends; one that was is seen by the next look. */
    public static void lockOperation(Connection connection, Msn msn, OperationId id) throws SQLException {
        try (var select =
                connection.prepareStatement("select from operation where msn = ? and operation_id = ? for update")) {
            select.setString(1, msn.value());
            select.setString(2, id.value());
            select.executeQuery();
        }
    }

    /**
     * Ends all sending of the operation, now or, where a restore has forgotten its command, as soon as that is read again.
     *
     * @param writtenAt when the person's word was written
     * @param forIssuedUntil a command that was issued later is another wish than the one that was given up
     */
    public static void insert(Connection connection, SkipOperation skip, Instant writtenAt, Instant forIssuedUntil)
            throws SQLException {
        var written = writtenAt.atOffset(ZoneOffset.UTC);
        try (var insert = connection.prepareStatement(
                """
                insert into skip (msn, operation_id, written_at, for_issued_until, operator, reason)
                values (?, ?, ?, ?, ?, ?) on conflict (msn, operation_id) do update
                set for_issued_until = greatest(skip.for_issued_until, excluded.for_issued_until)""")) {
            insert.setString(1, skip.msn().value());
            insert.setString(2, skip.operationId().value());
            insert.setObject(3, written);
            insert.setObject(4, forIssuedUntil.atOffset(ZoneOffset.UTC));
            insert.setString(5, skip.operator());
            insert.setString(6, skip.reason());
            insert.executeUpdate();
        }
        try (var update = connection.prepareStatement(
                """
                update operation set skipped_at = coalesce(skipped_at, ?)
                where msn = ? and operation_id = ? and finished_at is null""")) {
            update.setObject(1, written);
            update.setString(2, skip.msn().value());
            update.setString(3, skip.operationId().value());
            update.executeUpdate();
        }
    }
}
