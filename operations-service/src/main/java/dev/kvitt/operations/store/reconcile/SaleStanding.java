package dev.kvitt.operations.store.reconcile;

import dev.kvitt.operations.domain.reconcile.Repair;
import java.sql.Connection;
import java.sql.SQLException;

/** How a sale stands, as far as a repair depends on it. */
public final class SaleStanding {
    private SaleStanding() {}

    /** @param connection with the live ledger in its search path */
    public static Repair.Standing of(Connection connection, String msn, String saleId) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select parked_since is not null,
                    handed_over or coalesce(confirmed, 0) > 0 or captured > 0
                        or exists (select from operation o where o.key = sale.key and o.kind = 'CAPTURE')
                        -- Whoever was told of the money and of no time to choose in has handed out at once.
                        or (acknowledged and authorized > 0 and select_until is null)
                from sale where key = ? || '/' || ?""")) {
            select.setString(1, msn);
            select.setString(2, saleId);
            var row = select.executeQuery();
            return row.next()
                    ? new Repair.Standing(row.getBoolean(1), row.getBoolean(2))
                    : new Repair.Standing(false, true);
        }
    }
}
