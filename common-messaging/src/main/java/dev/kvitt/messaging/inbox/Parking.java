package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.Json;
import dev.kvitt.messaging.store.Door;
import dev.kvitt.messaging.store.Session;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What waits because something about its entity could not be processed; in the order it arrived. */
public final class Parking {

    private final Handler handler;

    public Parking(Handler handler) {
        this.handler = handler;
    }

    /** Parks the entity with what parked it, and tells the world; what fails in telling fails here. */
    void park(Session session, Incoming message, Found found, String reason) throws SQLException {
        var key = keyOf(found);
        var first = !session.entity(key).parked();
        parkSilently(session, message, found, reason);
        if (first) {
            handler.onParked(session.entity(key), reason, session.effects(key));
        }
        tellItWaits(session, message, key);
    }

    private void tellItWaits(Session session, Incoming message, String key) {
        handler.onWaiting(session.entity(key), message.headers().getOrDefault("ce_type", ""), session.effects(key));
    }

    void parkSilently(Session session, Incoming message, Found found, String reason) throws SQLException {
        var key = keyOf(found);
        session.entity(key).parked(true);
        wait(session, message, key, eventIdOf(found), reason);
    }

    static String keyOf(Found found) {
        return switch (found) {
            case Found.Known known -> known.routed().entityKey();
            case Found.Unknown unknown -> unknown.entityKey();
            case Found.Nothing _, Found.Unreadable _, Found.Unpark _ ->
                throw new IllegalStateException("a message without an entity cannot fail in its handler");
        };
    }

    static UUID eventIdOf(Found found) {
        return switch (found) {
            case Found.Known known -> known.routed().eventId();
            case Found.Unknown unknown -> unknown.eventId();
            case Found.Nothing _, Found.Unreadable _, Found.Unpark _ ->
                throw new IllegalStateException("a message without an entity has nothing to wait for");
        };
    }

    /** Behind what parked the entity. */
    void waitBehind(Session session, Incoming message, String key, UUID eventId) throws SQLException {
        wait(session, message, key, eventId, "behind a parked event");
        tellItWaits(session, message, key);
    }

    private void wait(Session session, Incoming message, String key, UUID eventId, String reason) throws SQLException {
        try (var insert = session.connection()
                .prepareStatement(
                        """
                insert into parked (key, event_id, topic, partition, "offset", headers, value, reason, parked_at)
                values (?, ?, ?, ?, ?, ?::json, ?, ?, ?) on conflict (key, event_id) do nothing""")) {
            insert.setString(1, key);
            insert.setObject(2, eventId);
            insert.setString(3, message.topic());
            insert.setInt(4, message.partition());
            insert.setLong(5, message.offset());
            insert.setString(6, Json.write(message.headers()));
            insert.setBytes(7, message.value());
            insert.setString(8, reason);
            insert.setObject(9, session.now().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /**
     * Lets an entity go on: what waited is applied in the order it came, all or nothing.
     *
     * @throws RuntimeException when one of them still cannot be processed; the entity is then as parked as before
     */
    public static void unpark(Door door, Handler handler, Reader reader, String key) {
        door.pass(List.of(key), session -> {
            new Parking(handler).unpark(session, reader, key);
            return null;
        });
    }

    void unpark(Session session, Reader reader, String key) throws SQLException {
        var entity = session.entity(key);
        entity.parked(false);
        for (var message : take(session.connection(), key)) {
            switch (reader.read(message)) {
                case Found.Known known -> {
                    if (entity.apply(known.routed().eventId())) {
                        handler.handle(entity, known.routed(), session.effects(key));
                    }
                }
                case Found.Nothing _, Found.Unpark _ -> {}
                case Found.Unknown _ -> throw new IllegalStateException("the event type is still unknown");
                case Found.Unreadable _ -> throw new IllegalStateException("the event is still unreadable");
            }
        }
        handler.onUnparked(entity, session.effects(key));
    }

    private static List<Incoming> take(Connection connection, String key) throws SQLException {
        var waiting = new ArrayList<Incoming>();
        try (var delete = connection.prepareStatement(
                """
                with gone as (delete from parked where key = ? returning *)
                select topic, partition, "offset", headers, value, parked_at from gone order by id""")) {
            delete.setString(1, key);
            var rows = delete.executeQuery();
            while (rows.next()) {
                waiting.add(new Incoming(
                        rows.getString(1),
                        rows.getInt(2),
                        rows.getLong(3),
                        key,
                        Json.strings(rows.getString(4)),
                        rows.getBytes(5),
                        rows.getObject(6, OffsetDateTime.class).toInstant()));
            }
        }
        return waiting;
    }
}
