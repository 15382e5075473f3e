package dev.kvitt.operations.store;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Msn;
import dev.kvitt.messaging.Json;
import dev.kvitt.messaging.store.SqlArrays;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The messages by which a sales unit is judged. */
@Singleton
public class ChecklistSales {

    private final LedgerTransactions transactions;

    ChecklistSales(LedgerTransactions transactions) {
        this.transactions = transactions;
    }

    /**
     * The messages of these types of each of the latest sales, by the sale's name.
     *
     * @param since of which something was heard then or later
     * @param most how many sales
     */
    public Map<String, List<Event<?>>> latest(Msn msn, Instant since, int most, Collection<EventType> types) {
        return transactions.read(connection -> read(connection, msn, since, most, types));
    }

    private static Map<String, List<Event<?>>> read(
            Connection connection, Msn msn, Instant since, int most, Collection<EventType> types) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select latest.sale_id, m.headers, m.body
                from (select key, sale_id from sale where msn = ? and last_at >= ? order by last_at desc, key desc limit ?) latest
                join message m on m.key = latest.key
                where m.type = any (?) and m.body is not null""")) {
            select.setString(1, msn.value());
            select.setTimestamp(2, Timestamp.from(since));
            select.setInt(3, most);
            select.setArray(4, SqlArrays.column(connection, "text", List.copyOf(types), EventType::typeName));
            var sales = new HashMap<String, List<Event<?>>>();
            var rows = select.executeQuery();
            while (rows.next()) {
                sales.computeIfAbsent(rows.getString(1), sale -> new ArrayList<>())
                        .add(EventCodec.read(Json.strings(rows.getString(2)), rows.getBytes(3)));
            }
            return sales;
        }
    }
}
