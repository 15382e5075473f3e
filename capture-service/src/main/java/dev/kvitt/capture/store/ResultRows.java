package dev.kvitt.capture.store;

import dev.kvitt.capture.domain.OperationStatus;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.OperationResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;

/** What was told about an operation, in its row of {@code operation}. All is called under the lock of the sale. */
public final class ResultRows {

    private ResultRows() {}

    /** The last result that was told, if any. */
    public static Optional<OperationResult> lastResult(Connection connection, Msn msn, OperationId id)
            throws SQLException {
        try (var select =
                connection.prepareStatement("select result from operation where msn = ? and operation_id = ?")) {
            select.setString(1, msn.value());
            select.setString(2, id.value());
            var row = select.executeQuery();
            return row.next()
                    ? Optional.ofNullable(row.getString(1))
                            .map(json -> EventCodec.data(EventType.OPERATION_RESULT, json, OperationResult.class))
                    : Optional.empty();
        }
    }

    /** Writes what is told about the operation. */
    public static void told(Connection connection, OperationResult result) throws SQLException {
        var status = OperationStatus.valueOf(result.outcome().name());
        try (var update = connection.prepareStatement(
                """
                update operation set status = ?, result = ?::jsonb, result_number = ?, finished_at = ?
                where msn = ? and operation_id = ?""")) {
            update.setString(1, status.name());
            update.setString(2, EventCodec.json(result));
            update.setLong(3, result.number());
            update.setObject(4, status.isFinal() ? result.at().atOffset(ZoneOffset.UTC) : null);
            update.setString(5, result.msn().value());
            update.setString(6, result.operationId().value());
            update.executeUpdate();
        }
    }
}
