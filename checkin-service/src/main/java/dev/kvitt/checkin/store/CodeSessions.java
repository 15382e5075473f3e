package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.CodeInHand;
import dev.kvitt.checkin.domain.OpenSession;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.messaging.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Which sale holds which printed code. */
public final class CodeSessions {

    private static final String TAKE =
            """
            select s.sale_key, s.opened_at, s.held_until, s.token, s.approved, exists (
                select from qr_waiting w where w.msn = s.msn and w.qr_id = s.qr_id and w.sale_key <> ?
                    and (w.initiated_at, w.sale_key) < (?, ?) and w.initiated_at >= ?)
            from qr_session s where s.msn = ? and s.qr_id = ? for update of s skip locked""";

    private CodeSessions() {}

    /**
     * Locks the code until the end of the transaction, without waiting for it.
     *
     * @param initiatedAt scans from before this come first
     * @param oldestThatCounts scans from before this open nothing any more and keep nobody waiting
     * @return empty while somebody else has the code in hand
     */
    public static Optional<CodeInHand> take(
            Connection connection, PrintedCode code, String saleKey, Instant initiatedAt, Instant oldestThatCounts) {
        try (var select = connection.prepareStatement(TAKE)) {
            select.setString(1, saleKey);
            select.setObject(2, initiatedAt.atOffset(ZoneOffset.UTC));
            select.setString(3, saleKey);
            select.setObject(4, oldestThatCounts.atOffset(ZoneOffset.UTC));
            select.setString(5, code.msn().value());
            select.setString(6, code.qrId());
            var rows = select.executeQuery();
            if (rows.next()) {
                return Optional.of(new CodeInHand(session(rows), rows.getBoolean(6)));
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
        return firstEver(connection, code) ? Optional.of(new CodeInHand(Optional.empty(), false)) : Optional.empty();
    }

    private static Optional<OpenSession> session(ResultSet row) throws SQLException {
        var holder = row.getString(1);
        return holder == null
                ? Optional.empty()
                : Optional.of(new OpenSession(
                        holder,
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString(4)).map(Sealed::new).orElse(null),
                        row.getBoolean(5)));
    }

    /** A new row is its maker's. Only here can two processes wait for each other, once in a code's life; one is then told to retry. */
    private static boolean firstEver(Connection connection, PrintedCode code) {
        try (var insert = connection.prepareStatement(
                "insert into qr_session (msn, qr_id) values (?, ?) on conflict do nothing")) {
            insert.setString(1, code.msn().value());
            insert.setString(2, code.qrId());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** To be called by who has the code in hand. */
    public static void open(Connection connection, PrintedCode code, OpenSession session) {
        try (var update = connection.prepareStatement(
                """
                update qr_session set sale_key = ?, opened_at = ?, held_until = ?, token = ?, approved = ?
                where msn = ? and qr_id = ?""")) {
            update.setString(1, session.saleKey());
            update.setObject(2, session.openedAt().atOffset(ZoneOffset.UTC));
            update.setObject(3, session.heldUntil().atOffset(ZoneOffset.UTC));
            update.setString(4, session.token() == null ? null : session.token().jwe());
            update.setBoolean(5, session.approved());
            update.setString(6, code.msn().value());
            update.setString(7, code.qrId());
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /**
     * Frees the code if this sale holds it.
     *
     * @return false when somebody else has the code in hand: try again
     */
    public static boolean close(Connection connection, PrintedCode code, String saleKey) {
        try (var update = connection.prepareStatement(
                """
                with held as (
                    select msn, qr_id from qr_session where msn = ? and qr_id = ? and sale_key = ? for update skip locked)
                update qr_session s set sale_key = null, opened_at = null, held_until = null, token = null, approved = false
                from held where s.msn = held.msn and s.qr_id = held.qr_id""")) {
            bind(update, code, saleKey);
            if (update.executeUpdate() == 1) {
                return true;
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
        return !holds(connection, code, saleKey);
    }

    private static boolean holds(Connection connection, PrintedCode code, String saleKey) {
        try (var select =
                connection.prepareStatement("select from qr_session where msn = ? and qr_id = ? and sale_key = ?")) {
            bind(select, code, saleKey);
            return select.executeQuery().next();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static void bind(java.sql.PreparedStatement statement, PrintedCode code, String saleKey)
            throws SQLException {
        statement.setString(1, code.msn().value());
        statement.setString(2, code.qrId());
        statement.setString(3, saleKey);
    }
}
