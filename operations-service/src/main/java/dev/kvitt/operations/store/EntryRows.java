package dev.kvitt.operations.store;

import dev.kvitt.messaging.store.SqlArrays;
import dev.kvitt.operations.domain.Entry;
import dev.kvitt.operations.domain.Payment;
import dev.kvitt.operations.domain.SaleStory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Double entry as rows. */
final class EntryRows {

    private static final String ENTRY =
            Upsert.of("entry", "key reference n", "account amount currency at").sql();

    private EntryRows() {}

    static void write(Connection connection, Collection<SaleStory> stories) throws SQLException {
        entries(connection, OfSale.each(stories, SaleStory::entries));
        deleteFormer(connection, stories);
    }

    private static void entries(Connection connection, List<OfSale<Entry>> rows) throws SQLException {
        try (var statement = connection.prepareStatement(ENTRY)) {
            new Columns<>(connection, statement, rows)
                    .text(each -> each.key())
                    .text(each -> each.row().reference())
                    .number(each -> (long) each.row().n())
                    .text(each -> each.row().account().name().toLowerCase(Locale.ROOT))
                    .number(each -> each.row().amount())
                    .text(each -> each.row().currency())
                    .time(each -> each.row().at())
                    .write();
        }
    }

    /** Two movements that one event explains are one, once it is known. */
    private static void deleteFormer(Connection connection, Collection<SaleStory> stories) throws SQLException {
        var payments = OfSale.each(stories, SaleStory::payments);
        try (var statement = connection.prepareStatement(
                """
                delete from entry e using unnest(?, ?, ?) as v (key, reference, last)
                where e.key = v.key and e.reference = v.reference and e.n > v.last""")) {
            var counts = stories.stream()
                    .flatMap(story -> story.payments().stream().map(payment -> count(story, payment)))
                    .toArray();
            statement.setArray(1, SqlArrays.column(connection, "text", payments, each -> each.key()));
            statement.setArray(2, SqlArrays.column(connection, "text", payments, each -> each.row()
                    .reference()));
            statement.setArray(3, connection.createArrayOf("bigint", counts));
            statement.executeUpdate();
        }
    }

    private static Long count(SaleStory story, Payment payment) {
        return story.entries().stream()
                .filter(entry -> entry.reference().equals(payment.reference()))
                .count();
    }
}
