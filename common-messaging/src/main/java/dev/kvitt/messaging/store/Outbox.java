package dev.kvitt.messaging.store;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.messaging.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The outbox for what is only handed on and changes no entity here: written in a transaction of the caller's. */
public final class Outbox {

    private Outbox() {}

    /**
     * Sent after the transaction has committed, once it has.
     *
     * @param topic one that carries the events of the event's own topic
     * @param more headers besides those of the event
     */
    public static void add(Connection connection, String topic, Event<?> event, Map<String, String> more)
            throws SQLException {
        var headers = EventCodec.headers(event);
        headers.putAll(more);
        var row = new Row.Outgoing(topic, event.key(), Json.write(headers), EventCodec.value(event.data()));
        EffectRows.insertOutgoing(connection, List.of(row));
    }
}
