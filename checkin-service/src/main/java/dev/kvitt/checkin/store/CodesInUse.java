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
import java.util.Comparator;
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

    /** Until when, if nothing else happens. */
    static Optional<Instant> until(Connection connection, PrintedCode code, Instant now, Limits limits)
            throws SQLException {
        return Stream.of(
                        machine(connection, code, now, limits),
                        till(connection, code, now, limits),
                        page(connection, code, now))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
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
                            there.baskets().stream().map(Basket::validUntil),
                            there.scans().stream().map(Scan::initiatedAt).map(at -> at.plus(limits.maxAge())))
                    .max(Comparator.naturalOrder());
        }
    }

    private static Optional<Instant> page(Connection connection, PrintedCode code, Instant now) throws SQLException {
        try (var select = connection.prepareStatement(
                "select e.state from page_sale p join entity e on e.key = p.sale_key where p.msn = ? and p.qr_id = ?")) {
            bind(select, 1, code);
            var rows = select.executeQuery();
            var latest = Optional.<Instant>empty();
            while (rows.next()) {
                var until = StateJson.read(rows.getString(1), PageSale.class).openUntil(now);
                latest = Stream.concat(latest.stream(), until.stream()).max(Comparator.naturalOrder());
            }
            return latest;
        }
    }

    private static void bind(PreparedStatement statement, int first, PrintedCode code) throws SQLException {
        statement.setString(first, code.msn().value());
        statement.setString(first + 1, code.qrId());
    }
}
