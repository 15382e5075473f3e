package dev.kvitt.capture.store;

import dev.kvitt.capture.domain.Creation;
import dev.kvitt.capture.domain.Operation;
import dev.kvitt.capture.domain.OperationStatus;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentCommand;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The rows of {@code operation}. All but {@link #find} are called under the lock of the sale. */
public final class OperationRows {

    private OperationRows() {}

    /**
     * What a person had given up before a restore is made as given up.
     *
     * @return false when the operation was there already; it is then left as it is
     */
    public static boolean insert(Connection connection, PaymentCommand command, UUID idempotencyKey, Instant now)
            throws SQLException {
        try (var insert = connection.prepareStatement(
                """
                insert into operation (msn, operation_id, reference, sale_key, kind, command, idempotency_key, status,
                    issued_at, seen_at, skipped_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?, 'NEW', ?, ?, (
                    select written_at from skip where msn = ? and operation_id = ? and for_issued_until >= ?))
                on conflict (msn, operation_id) do nothing""")) {
            insert.setString(1, command.msn().value());
            insert.setString(2, command.operationId().value());
            insert.setString(3, command.reference().value());
            insert.setString(4, command.key());
            insert.setString(5, command.operationId().kind().name());
            insert.setString(6, EventCodec.json(command));
            insert.setObject(7, idempotencyKey);
            insert.setObject(8, command.issuedAt().atOffset(ZoneOffset.UTC));
            insert.setObject(9, now.atOffset(ZoneOffset.UTC));
            insert.setString(10, command.msn().value());
            insert.setString(11, command.operationId().value());
            insert.setObject(12, command.issuedAt().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }

    public static Optional<Operation> find(Connection connection, Msn msn, OperationId id) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select wish.command, wish.idempotency_key, wish.status, wish.result_number, wish.seen_at,
                    wish.in_doubt_since, wish.last_sent_at, creation.status,
                    case when creation.status <> 'SUCCEEDED' then creation.command end, wish.first_sent_at,
                    array(select other.idempotency_key::text from operation other
                        where other.msn = wish.msn and other.reference = wish.reference and other.kind = wish.kind
                            and other.status = 'SUCCEEDED' and other.operation_id <> wish.operation_id
                            and other.command -> 'amount' = wish.command -> 'amount'),
                    wish.skipped_at
                from operation wish left join operation creation
                    on creation.msn = wish.msn and creation.operation_id = wish.reference || '/create/1'
                where wish.msn = ? and wish.operation_id = ?""")) {
            select.setString(1, msn.value());
            select.setString(2, id.value());
            var row = select.executeQuery();
            return row.next() ? Optional.of(operation(row, id)) : Optional.empty();
        }
    }

    private static Operation operation(ResultSet row, OperationId id) throws SQLException {
        return new Operation(
                EventCodec.data(Commands.type(id.kind()), row.getString(1), PaymentCommand.class),
                row.getObject(2, UUID.class),
                OperationStatus.valueOf(row.getString(3)),
                row.getLong(4),
                instant(row, 5).orElseThrow(),
                instant(row, 6),
                instant(row, 10),
                instant(row, 7),
                creation(row.getString(8), row.getString(9)),
                Set.of((String[]) row.getArray(11).getArray()),
                instant(row, 12));
    }

    private static Creation creation(String status, String command) {
        if (status == null) {
            return new Creation.Forgotten();
        }
        return command == null
                ? new Creation.Succeeded()
                : new Creation.Asked(EventCodec.data(EventType.CREATE_PAYMENT, command, CreatePayment.class));
    }

    static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /**
     * The last try did certainly nothing, and no earlier one was in doubt.
     *
     * @param tries of the run that says so; if another one has sent since, it knows nothing of that
     */
    public static void notInDoubt(Connection connection, Msn msn, OperationId id, int tries) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update operation set in_doubt_since = null
                where msn = ? and operation_id = ? and sent_by_try = ?""")) {
            update.setString(1, msn.value());
            update.setString(2, id.value());
            update.setInt(3, tries);
            update.executeUpdate();
        }
    }

    /**
     * The last try never left us, so it takes no place among the writes that Vipps allows on the payment.
     *
     * @param tries of the run that says so; if another one has sent since, it knows nothing of that
     */
    public static void notSent(Connection connection, Msn msn, OperationId id, int tries) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update operation set recent_sends = recent_sends[2:]
                where msn = ? and operation_id = ? and sent_by_try = ?""")) {
            update.setString(1, msn.value());
            update.setString(2, id.value());
            update.setInt(3, tries);
            update.executeUpdate();
        }
    }

    /** Whether a person has given it up. */
    public static boolean isSkipped(Connection connection, Msn msn, OperationId id) throws SQLException {
        try (var select = connection.prepareStatement(
                "select from operation where msn = ? and operation_id = ? and skipped_at is not null")) {
            select.setString(1, msn.value());
            select.setString(2, id.value());
            return select.executeQuery().next();
        }
    }

    /** The operations of a sale that nobody carries out yet, in the order of their commands. */
    public static List<OperationId> withoutTask(Connection connection, String saleKey) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select operation_id from operation where sale_key = ? and finished_at is null
                    and not exists (select from task where key = sale_key and body ->> 'operationId' = operation_id)
                order by issued_at, operation_id""")) {
            select.setString(1, saleKey);
            var rows = select.executeQuery();
            var found = new ArrayList<OperationId>();
            while (rows.next()) {
                found.add(new OperationId(rows.getString(1)));
            }
            return found;
        }
    }
}
