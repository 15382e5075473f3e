package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.store.SqlArrays;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * An event of ours that its entity does not know. Found without a lock: what is applied stays applied.
 *
 * @param eventId what makes a repetition a repetition
 * @param ids any of which its entity remembers when the message was dealt with
 */
public record Unapplied(Incoming message, String entityKey, UUID eventId, Set<UUID> ids) {

    /**
     * Which of these messages, all read before by this service, are events of wanted entities, each event once. Not among them: what
     * nobody can read, which was quarantined when it was read first; and what people said about parked entities, which was about that
     * moment.
     *
     * @param wanted of entities' keys
     */
    public static List<Unapplied> candidates(Reader reader, List<Incoming> messages, Predicate<String> wanted) {
        var known = new ArrayList<Unapplied>();
        var seen = new HashSet<String>();
        for (var message : messages) {
            if (reader.read(message) instanceof Found.Known found
                    && wanted.test(found.routed().entityKey())
                    && seen.add(
                            found.routed().entityKey() + "\n" + found.routed().eventId())) {
                known.add(new Unapplied(
                        message,
                        found.routed().entityKey(),
                        found.routed().eventId(),
                        reader.idsOf(message, found.routed())));
            }
        }
        return known;
    }

    /**
     * Which of these were never applied. Not among them: what waits behind a parked entity; and what was refused because nobody could
     * read it, also when it can be read by now: whoever was told no may have asked in another way since, and must not get both.
     */
    public static List<Unapplied> notIn(Connection connection, List<Unapplied> known) throws SQLException {
        if (known.isEmpty()) {
            return known;
        }
        try (var select = connection.prepareStatement(
                """
                select n from unnest(?, ?, ?, ?, ?) with ordinality as v (key, id, topic, partition, place, n)
                where not exists (select from unnest(?, ?) as i (n, id) join entity e on e.key = v.key
                    where i.n = v.n and i.id = any (e.applied))
                and not exists (select from parked p where p.key = v.key and (p.event_id = v.id
                    or (p.topic = v.topic and p.partition = v.partition and p."offset" = v.place)))
                order by n""")) {
            select.setArray(1, SqlArrays.column(connection, "text", known, Unapplied::entityKey));
            select.setArray(2, SqlArrays.column(connection, "uuid", known, Unapplied::eventId));
            select.setArray(3, SqlArrays.column(connection, "text", known, each -> each.message()
                    .topic()));
            select.setArray(4, SqlArrays.column(connection, "integer", known, each -> each.message()
                    .partition()));
            select.setArray(5, SqlArrays.column(connection, "bigint", known, each -> each.message()
                    .offset()));
            var ids = Id.of(known);
            select.setArray(6, SqlArrays.column(connection, "bigint", ids, Id::number));
            select.setArray(7, SqlArrays.column(connection, "uuid", ids, Id::id));
            var rows = select.executeQuery();
            var found = new ArrayList<Unapplied>();
            while (rows.next()) {
                found.add(known.get(rows.getInt(1) - 1));
            }
            return found;
        }
    }

    /** @param number of the message, from 1 on */
    private record Id(long number, UUID id) {
        static List<Id> of(List<Unapplied> known) {
            return IntStream.range(0, known.size())
                    .boxed()
                    .flatMap(n -> known.get(n).ids().stream().map(id -> new Id(n + 1L, id)))
                    .toList();
        }
    }
}
