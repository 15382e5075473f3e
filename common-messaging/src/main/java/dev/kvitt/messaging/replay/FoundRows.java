package dev.kvitt.messaging.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.messaging.inbox.Unapplied;
import dev.kvitt.messaging.store.SqlArrays;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a replay has found that was not applied, in SQL. */
public final class FoundRows {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private FoundRows() {}

    /**
     * An event that was not applied.
     *
     * @param amount in minor units; absent, as the currency, where the event names none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FoundEvent(
            String key,
            UUID eventId,
            String topic,
            int partition,
            long offset,
            String type,
            Long amount,
            String currency) {}

    /**
     * Each event counts once, however often it stands in its topic; of each entity the greatest amount counts: an opening, its
     * confirmation and its capture name the same money.
     */
    static void insert(Connection connection, UUID replay, List<Unapplied> found) throws SQLException {
        if (found.isEmpty()) {
            return;
        }
        var rows = found.stream().map(FoundRows::of).toList();
        try (var insert = connection.prepareStatement(
                """
                with v as (select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                    as v (key, event_id, topic, partition, place, type, amount, currency)),
                known as (select key, currency, max(amount) as amount from replay_found
                    where replay = ? and key in (select key from v) group by key, currency),
                added as (insert into replay_found (replay, key, event_id, topic, partition, "offset", type, amount, currency)
                    select ?, v.* from v on conflict do nothing returning key, amount, currency),
                counted as (update replay set found_events = found_events + (select count(*) from added),
                    found_sales = found_sales
                        + (select count(distinct key) from added where key not in (select key from known))
                    where id = ?)
                insert into replay_money (replay, currency, amount)
                select ?, currency, sum(greatest(n.amount - coalesce(known.amount, 0), 0))
                from (select key, currency, max(amount) as amount from added
                    where currency is not null group by key, currency) n left join known using (key, currency)
                group by currency
                on conflict (replay, currency) do update set amount = replay_money.amount + excluded.amount""")) {
            insert.setArray(1, SqlArrays.column(connection, "text", rows, FoundEvent::key));
            insert.setArray(2, SqlArrays.column(connection, "uuid", rows, FoundEvent::eventId));
            insert.setArray(3, SqlArrays.column(connection, "text", rows, FoundEvent::topic));
            insert.setArray(4, SqlArrays.column(connection, "integer", rows, FoundEvent::partition));
            insert.setArray(5, SqlArrays.column(connection, "bigint", rows, FoundEvent::offset));
            insert.setArray(6, SqlArrays.column(connection, "text", rows, FoundEvent::type));
            insert.setArray(7, SqlArrays.column(connection, "bigint", rows, FoundEvent::amount));
            insert.setArray(8, SqlArrays.column(connection, "text", rows, FoundEvent::currency));
            for (var n = 9; n <= 12; n++) {
                insert.setObject(n, replay);
            }
            insert.executeUpdate();
        }
    }

    /** Which of these a dry run has not found, all where there was none. */
    static List<Unapplied> notFoundBy(Connection connection, UUID dryRun, List<Unapplied> these) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select n from unnest(?, ?) with ordinality as v (key, id, n) where not exists (
                    select from replay_found f where f.replay = ? and f.key = v.key and f.event_id = v.id) order by n""")) {
            select.setArray(1, SqlArrays.column(connection, "text", these, Unapplied::entityKey));
            select.setArray(2, SqlArrays.column(connection, "uuid", these, Unapplied::eventId));
            select.setObject(3, dryRun);
            var rows = select.executeQuery();
            var others = new ArrayList<Unapplied>();
            while (rows.next()) {
                others.add(these.get(rows.getInt(1) - 1));
            }
            return others;
        }
    }

    /** @param limit of events, those of one key together */
    public static List<FoundEvent> list(Connection connection, UUID replay, int limit) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select key, event_id, topic, partition, "offset", type, amount, currency from replay_found
                where replay = ? order by key, topic, partition, "offset" limit ?""")) {
            select.setObject(1, replay);
            select.setInt(2, limit);
            var rows = select.executeQuery();
            var found = new ArrayList<FoundEvent>();
            while (rows.next()) {
                found.add(new FoundEvent(
                        rows.getString(1),
                        rows.getObject(2, UUID.class),
                        rows.getString(3),
                        rows.getInt(4),
                        rows.getLong(5),
                        rows.getString(6),
                        rows.getObject(7, Long.class),
                        rows.getString(8)));
            }
            return found;
        }
    }

    private static FoundEvent of(Unapplied each) {
        var message = each.message();
        var amount = amount(message.value());
        return new FoundEvent(
                each.entityKey(),
                each.eventId(),
                message.topic(),
                message.partition(),
                message.offset(),
                message.headers().getOrDefault("ce_type", ""),
                amount.map(money -> money.get("value").longValue()).orElse(null),
                amount.map(money -> money.get("currency").textValue()).orElse(null));
    }

    /** What our events call {@code amount}: an object of a value and a currency. */
    private static Optional<JsonNode> amount(byte[] value) {
        try {
            return Optional.ofNullable(MAPPER.readTree(value).get("amount"))
                    .filter(money -> money.path("value").isIntegralNumber()
                            && money.path("currency").isTextual());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
