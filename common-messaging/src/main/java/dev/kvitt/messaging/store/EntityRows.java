package dev.kvitt.messaging.store;

import dev.kvitt.messaging.StaleException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Entities in SQL: locked by one statement, written by one, however many there are. */
final class EntityRows {

    private EntityRows() {}

    /** @param silence how long nothing may be heard from the holder of the locks before they are taken away */
    static Map<String, Entity> lock(Connection connection, Set<String> sortedKeys, Duration silence)
            throws SQLException {
        var entities = new HashMap<String, Entity>();
        if (sortedKeys.isEmpty()) {
            return entities;
        }
        try (var select = connection.prepareStatement(
                """
                select set_config('idle_in_transaction_session_timeout', ?, true);
                select key, state, applied, parked, traceparent from entity
                where key = any (?) order by key for update""")) {
            select.setString(1, Long.toString(silence.toMillis()));
            select.setArray(2, connection.createArrayOf("text", sortedKeys.toArray()));
            select.execute();
            select.getMoreResults();
            var rows = select.getResultSet();
            while (rows.next()) {
                entities.put(rows.getString(1), read(rows));
            }
        }
        if (entities.size() < sortedKeys.size()) {
            insertMissing(connection, sortedKeys, entities);
        }
        return entities;
    }

    private static void insertMissing(Connection connection, Set<String> sortedKeys, Map<String, Entity> entities)
            throws SQLException {
        var missing =
                sortedKeys.stream().filter(key -> !entities.containsKey(key)).toArray();
        try (var insert = connection.prepareStatement(
                """
                insert into entity (key) select k from unnest(?) as k order by k
                on conflict do nothing returning key""")) {
            insert.setArray(1, connection.createArrayOf("text", missing));
            var rows = insert.executeQuery();
            while (rows.next()) {
                entities.put(rows.getString(1), new Entity(rows.getString(1), null, Set.of(), false, null));
            }
        }
        if (entities.size() < sortedKeys.size()) {
            throw new StaleException("another process has just made the same entity");
        }
    }

    private static Entity read(ResultSet rows) throws SQLException {
        var applied = new HashSet<>(Arrays.asList((UUID[]) rows.getArray(3).getArray()));
        return new Entity(rows.getString(1), rows.getString(2), applied, rows.getBoolean(4), rows.getString(5));
    }

    static void update(Connection connection, List<Entity> changed) throws SQLException {
        if (changed.isEmpty()) {
            return;
        }
        try (var update = connection.prepareStatement(
                """
                update entity e set state = v.state::jsonb, applied = e.applied || v.applied::uuid[],
                    parked = v.parked, traceparent = v.traceparent
                from unnest(?, ?, ?, ?, ?) as v (key, state, applied, parked, traceparent) where e.key = v.key""")) {
            update.setArray(1, SqlArrays.column(connection, "text", changed, Entity::key));
            update.setArray(2, SqlArrays.column(connection, "text", changed, Entity::rawState));
            update.setArray(3, SqlArrays.column(connection, "text", changed, Entity::newlyAppliedLiteral));
            update.setArray(4, SqlArrays.column(connection, "boolean", changed, Entity::parked));
            update.setArray(5, SqlArrays.column(connection, "text", changed, Entity::rawTraceparent));
            update.executeUpdate();
        }
    }
}
