package dev.kvitt.operations.store;

import dev.kvitt.operations.domain.Message;
import dev.kvitt.operations.domain.SaleStory;
import dev.kvitt.operations.domain.Timeline;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks into the live ledger. */
@Singleton
public class Sales {

    private final LedgerTransactions transactions;

    Sales(LedgerTransactions transactions) {
        this.transactions = transactions;
    }

    /** The latest first. */
    public List<SaleRow> search(SaleQuery query) {
        return transactions.read(connection -> search(connection, query));
    }

    private static List<SaleRow> search(Connection connection, SaleQuery query) throws SQLException {
        var where = new Conditions()
                .text(query.text())
                .equal("s.msn", query.msn())
                .equal("s.shop_id", query.shop())
                .equal("s.till_id", query.till())
                .equal("s.phase", query.phase())
                .time("s.last_at >= ?", query.from())
                .time("s.first_at < ?", query.to())
                .number("s.amount >= ?", query.min())
                .number("s.amount <= ?", query.max())
                .after(query.after());
        var sql = "select " + SaleReader.COLUMNS + " from sale s" + where.sql()
                + " order by s.last_at desc, s.key desc limit " + query.limit();
        try (var select = connection.prepareStatement(sql)) {
            where.bind(select);
            var rows = select.executeQuery();
            var found = new ArrayList<SaleRow>();
            while (rows.next()) {
                found.add(SaleReader.row(rows));
            }
            return found;
        }
    }

    /** @param key {@code msn/saleId} */
    public boolean knows(String key) {
        return transactions.read(connection -> row(connection, key).isPresent());
    }

    /** @param key {@code msn/saleId} */
    public Optional<SaleDetail> find(String key) {
        return transactions.read(connection -> find(connection, key));
    }

    private static Optional<SaleDetail> find(Connection connection, String key) throws SQLException {
        var row = row(connection, key);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var messages = MessageRows.of(connection, List.of(key));
        return SaleStory.of(key, messages)
                .map(story -> new SaleDetail(
                        row.get(), story.payments(), story.operations(), Timeline.of(messages), story.entries()));
    }

    private static Optional<SaleRow> row(Connection connection, String key) throws SQLException {
        try (var select =
                connection.prepareStatement("select " + SaleReader.COLUMNS + " from sale s where s.key = ?")) {
            select.setString(1, key);
            var rows = select.executeQuery();
            return rows.next() ? Optional.of(SaleReader.row(rows)) : Optional.empty();
        }
    }

    /** One message of a sale as it was read. */
    public Optional<Message> message(String key, String topic, UUID eventId) {
        return transactions.read(connection -> MessageRows.one(connection, key, topic, eventId));
    }
}
