package dev.kvitt.operations.store.reconcile;

import dev.kvitt.operations.domain.reconcile.OurPayment;
import dev.kvitt.operations.domain.reconcile.ReportRow;
import dev.kvitt.operations.domain.reconcile.VippsView;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Iterator;
import javax.sql.DataSource;

/** The three ledgers as they stand at one moment, row by row, for as long as it takes to read them. */
@Singleton
public class Streams {
    private static final Duration LIMIT = Duration.ofHours(2);

    private final DataSource dataSource;

    Streams(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is done with them: first payment by payment, then ledger by ledger. */
    public interface Work {
        /** @param count payments of ours and rows of the report */
        void toRead(long count);

        void payments(Iterator<OurPayment> ours, Iterator<VippsView> views, Iterator<ReportRow> report);

        /** Rows by ledger, topic and place. */
        void books(Iterator<ReportRow> rows);
    }

    public void read(Work work) {
        QuarkusTransaction.requiringNew().timeout((int) LIMIT.toSeconds()).call(() -> {
            try (var connection = dataSource.getConnection()) {
                begin(connection);
                work.toRead(count(connection));
                try (var ours = new OurPayments(connection);
                        var views = LookRows.all(connection);
                        var report = ReportRows.byPayment(connection)) {
                    work.payments(ours, views, report);
                }
                try (var books = ReportRows.byPlace(connection)) {
                    work.books(books);
                }
            }
            return null;
        });
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            var row =
                    statement.executeQuery("select (select count(*) from payment) + (select count(*) from report_row)");
            row.next();
            return row.getLong(1);
        }
    }

    /** Sorting a million rows in memory is what takes the time otherwise. */
    private static void begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            statement.execute("set local work_mem = '64MB'");
            var live = statement.executeQuery("select live from public.ledger_state");
            live.next();
            String schema = live.getString(1);
            statement.execute("set local search_path = " + schema + ", public");
        }
    }
}
