package dev.kvitt.checkin.messaging;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What the service under test has written. */
@Singleton
public class Tables {

    private final DataSource dataSource;

    Tables(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** WAITING, OPENED and so on; empty text before the scan has been seen. */
    String phase(String saleKey) {
        return first("select state ->> 'phase' from entity where key = '" + saleKey + "'");
    }

    /** The sale that holds a code; empty text when it is free. */
    String holder(String qrId) {
        return first("select coalesce(sale_key, '') from qr_session where qr_id = '" + qrId + "'");
    }

    String first(String sql) {
        var rows = texts(sql);
        return rows.isEmpty() || rows.getFirst() == null ? "" : rows.getFirst();
    }

    /** Every row of every table, as text. */
    List<String> everything() {
        var all = new ArrayList<String>();
        for (var table : texts("select quote_ident(tablename) from pg_tables where schemaname = current_schema()")) {
            all.addAll(texts("select t::text from " + table + " t"));
        }
        return all;
    }

    /** What no event can bring about. */
    void change(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("a test's change failed", e);
        }
    }

    private List<String> texts(String sql) {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("a test's query failed", e);
        }
    }
}
