package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.store.SqlArrays;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * An event of ours that its entity does not know. Found without a lock: what is applied stays applied.
 *
 * @param eventId what makes a repetition a repetition
 */
public record Unapplied(Incoming message, String entityKey, UUID eventId) {

    /**
     * Which of these messages, all read before by this service, were never applied, each event once. Not among them: what waits
     * behind a parked entity; what nobody can read, which was quarantined when it was read first; and what people said about parked
     * entities, which was about that moment.
     *
     * @param wanted of entities' keys
     */
    public static List<Unapplied> of(
            Connection connection, Reader reader, List<Incoming> messages, Predicate<String> wanted)
            throws SQLException {
        var known = new ArrayList<Unapplied>();
        var seen = new HashSet<String>();
        for (var message : messages) {
            if (reader.read(message) instanceof Found.Known found
                    && wanted.test(found.routed().entityKey())
                    && seen.add(
                            found.routed().entityKey() + "\n" + found.routed().eventId())) {
                known.add(new Unapplied(
                        message, found.routed().entityKey(), found.routed().eventId()));
            }
        }
        return known.isEmpty() ? known : notIn(connection, known);
    }

    private static List<Unapplied> notIn(Connection connection, List<Unapplied> known) throws SQLException {
        try (var select = connection.prepareStatement(
                """
                select n from unnest(?, ?, ?, ?, ?) with ordinality as v (key, id, topic, partition, place, n)
                where not exists (select from entity e where e.key = v.key and v.id = any (e.applied))
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
            var rows = select.executeQuery();
            var found = new ArrayList<Unapplied>();
            while (rows.next()) {
                found.add(known.get(rows.getInt(1) - 1));
            }
            return found;
        }
    }
}
