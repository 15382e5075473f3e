package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.Basket;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.PageSale;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.domain.Scan;
import dev.kvitt.checkin.domain.TillCode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether somebody is at a printed code: a sale, also one on its page, a basket or a scan that waits. To be asked by who has {@link CodeOrders#lock}. */
final class CodesInUse {

    private static final String MACHINE =
            """
            select max(until) from (
                select held_until as until from qr_session where msn = ? and qr_id = ? and held_until >= ?
                union all
                select initiated_at + cast(? as interval) from qr_waiting where msn = ? and qr_id = ? and initiated_at >= ?) u""";

    private CodesInUse() {}

    /**
     * Somebody is at a code.
     *
     * @param until nobody is any more after this, if nothing else happens; in the past where the undecided sale alone is left
     * @param undecided the key of a sale of which nobody knows when it is over; absent where there is none
     */
    record InUse(Instant until, String undecided) {

        boolean isExpectedAt(Instant now) {
            return !now.isAfter(until);
        }

        private static InUse both(InUse one, InUse other) {
            return new InUse(
                    one.until.isAfter(other.until) ? one.until : other.until,
                    one.undecided == null ? other.undecided : one.undecided);
        }
    }

    /** Empty where nobody is. */
    static Optional<InUse> find(Connection connection, PrintedCode code, Instant now, Limits limits)
            throws SQLException {
        var timed = Stream.of(machine(connection, code, now, limits), till(connection, code, now, limits))
                .flatMap(Optional::stream)
                .map(until -> new InUse(until, null));
        return Stream.concat(timed, page(connection, code, now).stream()).reduce(InUse::both);
    }

    private static Optional<Instant> machine(Connection connection, PrintedCode code, Instant now, Limits limits)
            throws SQLException {
        try (var select = connection.prepareStatement(MACHINE)) {
            bind(select, 1, code);
            select.setObject(3, now.atOffset(ZoneOffset.UTC));
            select.setString(4, limits.maxAge().toSeconds() + " seconds");
            bind(select, 5, code);
            select.setObject(7, now.minus(limits.maxAge()).atOffset(ZoneOffset.UTC));
            var row = select.executeQuery();
            row.next();
            return Optional.ofNullable(row.getObject(1, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
        }
    }

    private static Optional<Instant> till(Connection connection, PrintedCode code, Instant now, Limits limits)
            throws SQLException {
        try (var select = connection.prepareStatement("select state from till_code where msn = ? and qr_id = ?")) {
            bind(select, 1, code);
            var row = select.executeQuery();
            if (!row.next()) {
                return Optional.empty();
            }
            var there = StateJson.read(row.getString(1), TillCode.class)
                    .settled(now, limits)
                    .code();
            return Stream.concat(
                            there.baskets().stream()
                                    .filter(basket -> !basket.refused())
                                    .map(Basket::validUntil),
                            there.scans().stream().map(Scan::initiatedAt).map(at -> at.plus(limits.maxAge())))
                    .max(Comparator.naturalOrder());
        }
    }

    private static List<InUse> page(Connection connection, PrintedCode code, Instant now) throws SQLException {
        try (var select = connection.prepareStatement(
                "select e.key, e.state from page_sale p join entity e on e.key = p.sale_key where p.msn = ? and p.qr_id = ?")) {
            bind(select, 1, code);
            var rows = select.executeQuery();
            var found = new ArrayList<InUse>();
            while (rows.next()) {
                var key = rows.getString(1);
                var sale = StateJson.read(rows.getString(2), PageSale.class);
                sale.openUntil(now).ifPresent(until -> found.add(new InUse(until, sale.undecided() ? key : null)));
            }
            return found;
        }
    }

    private static void bind(PreparedStatement statement, int first, PrintedCode code) throws SQLException {
        statement.setString(first, code.msn().value());
        statement.setString(first + 1, code.qrId());
    }
}
