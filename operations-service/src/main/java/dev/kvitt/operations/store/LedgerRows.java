package dev.kvitt.operations.store;

import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventType;
import dev.kvitt.events.Quarantined;
import dev.kvitt.operations.domain.Message;
import dev.kvitt.operations.domain.SaleStory;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes messages, and each sale that they touch anew from all of its messages. */
public final class LedgerRows {

    private LedgerRows() {}

    /** Whoever changes a sale waits here for others who do, so that none of them folds without what the other has read. */
    public static void lock(Connection connection, Collection<Message> messages) throws SQLException {
        try (var statement = connection.prepareStatement(
                """
                select pg_advisory_xact_lock(lock) from (
                    select distinct hashtextextended(key, 20261122) as lock from unnest(?) as v (key) order by 1) as locks""")) {
            statement.setArray(
                    1, connection.createArrayOf("text", keys(messages).toArray()));
            statement.execute();
        }
    }

    /** Messages and quarantine, without the sales. */
    public static void insert(Connection connection, Collection<Message> messages) throws SQLException {
        var quarantined = messages.stream()
                .filter(LedgerRows::isQuarantined)
                .map(LedgerRows::quarantined)
                .toList();
        QuarantinedRows.insert(connection, quarantined);
        MessageRows.insert(
                connection,
                messages.stream().filter(each -> !isQuarantined(each)).toList());
    }

    private static boolean isQuarantined(Message message) {
        return message.unreadable() == null && EventType.QUARANTINED.typeName().equals(message.type());
    }

    private static QuarantinedRows.Row quarantined(Message message) {
        var json = new String(message.body(), StandardCharsets.UTF_8);
        return new QuarantinedRows.Row(EventCodec.data(EventType.QUARANTINED, json, Quarantined.class), message.time());
    }

    /**
     * Writes the sales of these messages anew, from all their messages. What tells of no sale is not read again: a code has more
     * check-ins with each customer.
     */
    public static void fold(Connection connection, Collection<Message> touched) throws SQLException {
        var sales = keys(touched.stream().filter(SaleStory::isToldBy).toList());
        StoryRows.write(connection, stories(MessageRows.ofSales(connection, sales)));
    }

    static List<SaleStory> stories(Collection<Message> messages) {
        var stories = new ArrayList<SaleStory>();
        messages.stream()
                .collect(Collectors.groupingBy(Message::key, TreeMap::new, Collectors.toList()))
                .forEach((key, all) -> SaleStory.of(key, all).ifPresent(stories::add));
        return stories;
    }

    private static Set<String> keys(Collection<Message> messages) {
        return messages.stream().map(Message::key).collect(Collectors.toCollection(TreeSet::new));
    }
}
