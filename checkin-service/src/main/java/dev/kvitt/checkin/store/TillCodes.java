package dev.kvitt.checkin.store;

import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.domain.TillCode;
import dev.kvitt.messaging.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/** What stands at the printed codes of tills. A code is decided about by who holds its row lock, and nowhere else. */
public final class TillCodes {

    private TillCodes() {}

    /**
     * Locks the code until the end of the transaction, without waiting for it: two batches with two codes each could
     * otherwise wait for each other.
     *
     * @return empty while somebody else has the code in hand
     */
    public static Optional<TillCode> take(Connection connection, PrintedCode code) {
        try (var select = connection.prepareStatement(
                "select state from till_code where msn = ? and qr_id = ? for update skip locked")) {
            bind(select, 1, code);
            var rows = select.executeQuery();
            if (rows.next()) {
                return Optional.of(StateJson.read(rows.getString(1), TillCode.class));
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
        return firstEver(connection, code) ? Optional.of(TillCode.EMPTY) : Optional.empty();
    }

    /** A new row is its maker's. Only here can two processes wait for each other, once in a code's life; one is then told to retry. */
    private static boolean firstEver(Connection connection, PrintedCode code) {
        try (var insert = connection.prepareStatement(
                "insert into till_code (msn, qr_id, state) values (?, ?, ?::jsonb) on conflict do nothing")) {
            bind(insert, 1, code);
            insert.setString(3, StateJson.write(TillCode.EMPTY));
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** To be called by who has the code in hand. */
    public static void put(Connection connection, PrintedCode code, TillCode state) {
        try (var update =
                connection.prepareStatement("update till_code set state = ?::jsonb where msn = ? and qr_id = ?")) {
            update.setString(1, StateJson.write(state));
            bind(update, 2, code);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static void bind(PreparedStatement statement, int first, PrintedCode code) throws SQLException {
        statement.setString(first, code.msn().value());
        statement.setString(first + 1, code.qrId());
    }
}
