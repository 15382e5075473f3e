package dev.kvitt.operations.store.reconcile;

import dev.kvitt.messaging.store.SqlArrays;
import dev.kvitt.operations.domain.reconcile.Finding;
import dev.kvitt.operations.domain.reconcile.FindingKind;
import dev.kvitt.operations.domain.reconcile.Group;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;

/** Writes of the table {@code finding}: what a run found, and what a person said. */
public final class FindingRows {
    private FindingRows() {}

    /**
     * Keeps what a run found. What was gone is open again; what was explained is open again when its amounts have changed.
     *
     * @param now the start of the run
     */
    public static void put(Connection connection, UUID run, Instant now, List<Finding> found) throws SQLException {
        try (var upsert = connection.prepareStatement(
                """
                insert into finding as known (id, kind, msn, reference, psp_reference, sale_id, currency, expected,
                    found, at, state, since, run)
                select gen_random_uuid(), kind, msn, reference, psp, sale, currency, expected, found, at, 'open', ?, ?
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as row (kind, msn, reference, psp, sale, currency, expected, found, at)
                on conflict (kind, msn, reference, psp_reference) do update set
                    state = case when known.state = 'explained'
                        and (known.expected, known.found) is not distinct from (excluded.expected, excluded.found)
                        then 'explained' else 'open' end,
                    since = case when known.state = 'gone' then excluded.since else known.since end,
                    sale_id = excluded.sale_id, currency = excluded.currency, expected = excluded.expected,
                    found = excluded.found, at = excluded.at, gone_at = null, run = excluded.run""")) {
            Columns.set(upsert, 1, now);
            upsert.setObject(2, run);
            upsert.setArray(3, SqlArrays.column(connection, "text", found, one -> one.kind()
                    .code()));
            upsert.setArray(4, SqlArrays.column(connection, "text", found, Finding::msn));
            upsert.setArray(5, SqlArrays.column(connection, "text", found, Finding::reference));
            upsert.setArray(6, SqlArrays.column(connection, "text", found, Finding::pspReference));
            upsert.setArray(7, SqlArrays.column(connection, "text", found, Finding::saleId));
            upsert.setArray(8, SqlArrays.column(connection, "text", found, Finding::currency));
            upsert.setArray(9, SqlArrays.column(connection, "bigint", found, one -> boxed(one.expected())));
            upsert.setArray(10, SqlArrays.column(connection, "bigint", found, one -> boxed(one.found())));
            upsert.setArray(11, SqlArrays.column(connection, "timestamptz", found, one -> one.at()
                    .toString()));
            upsert.executeUpdate();
        }
    }

    /** What stands of these payments and Vipps could not be asked about now, stands on. */
    public static void keepUndecided(Connection connection, UUID run, List<Group> payments) throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update finding f set run = ? from unnest(?, ?) as asked (msn, reference)
                where f.msn = asked.msn and f.reference = asked.reference and f.state <> 'gone' and f.kind = any (?)""")) {
            update.setObject(1, run);
            update.setArray(2, SqlArrays.column(connection, "text", payments, Group::msn));
            update.setArray(3, SqlArrays.column(connection, "text", payments, Group::reference));
            update.setArray(4, codes(connection, FindingKind::isOfPayment));
            update.executeUpdate();
        }
    }

    private static Array codes(Connection connection, Predicate<FindingKind> which) throws SQLException {
        return connection.createArrayOf(
                "text",
                Arrays.stream(FindingKind.values())
                        .filter(which)
                        .map(FindingKind::code)
                        .toArray());
    }

    /**
     * What stood and was not found by this run although it looked there is gone.
     *
     * @param readable sales units whose report can be read: of the others, nothing that was missed in it is gone
     * @return how many
     */
    public static int sweep(Connection connection, UUID run, Scope scope, Collection<String> readable, Instant now)
            throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update finding set state = 'gone', gone_at = ?
                where state <> 'gone' and run <> ?
                    and (?::boolean or (msn <> '' and kind <> 'unknown-entry-type'))
                    and (?::text is null or msn = ?)
                    and (?::timestamptz is null or at >= ?) and (?::timestamptz is null or at < ?)
                    and not (kind = any (?) and msn <> all (?))""")) {
            Columns.set(update, 1, now);
            update.setObject(2, run);
            update.setBoolean(3, scope.isAll());
            update.setString(4, scope.msn().orElse(null));
            update.setString(5, scope.msn().orElse(null));
            Columns.set(update, 6, scope.from().orElse(null));
            Columns.set(update, 7, scope.from().orElse(null));
            Columns.set(update, 8, scope.to().orElse(null));
            Columns.set(update, 9, scope.to().orElse(null));
            update.setArray(10, codes(connection, FindingKind::isOfUnreadReport));
            update.setArray(11, connection.createArrayOf("text", readable.toArray()));
            return update.executeUpdate();
        }
    }

    /** @return false when it is not there or is gone */
    public static boolean explain(Connection connection, UUID id, String who, String why, Instant now)
            throws SQLException {
        try (var update = connection.prepareStatement(
                """
                update finding set state = 'explained', explained_by = ?, explanation = ?, explained_at = ?
                where id = ? and state <> 'gone'""")) {
            update.setString(1, who);
            update.setString(2, why);
            Columns.set(update, 3, now);
            update.setObject(4, id);
            return update.executeUpdate() == 1;
        }
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
