package dev.kvitt.messaging.store;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.messaging.Json;
import dev.kvitt.tracing.Traceparent;
import dev.kvitt.tracing.Tracing;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** One pass through the door: the locked entities and what is to be written with them. */
public final class Session {

    private static final Logger LOG = Logger.getLogger(Session.class);

    private final Connection connection;
    private final Instant now;
    private final Map<String, Entity> entities;
    private final List<Row.Outgoing> outgoing = new ArrayList<>();
    private final Map<String, Row> timers = new LinkedHashMap<>();
    private final List<Row.Task> tasks = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Row.Hurry> hurries = new ArrayList<>();

    Session(Connection connection, Instant now, Map<String, Entity> entities) {
        this.connection = connection;
        this.now = now;
        this.entities = entities;
    }

    public Connection connection() {
        return connection;
    }

    public Instant now() {
        return now;
    }

    /** @throws IllegalArgumentException when the key was not among those locked */
    public Entity entity(String key) {
        var entity = entities.get(key);
        if (entity == null) {
            throw new IllegalArgumentException("entity " + key + " is not locked in this session");
        }
        return entity;
    }

    public Effects effects(String key) {
        var entity = entity(key);
        return new Effects() {
            @Override
            public Instant now() {
                return now;
            }

            @Override
            public void send(Event<?> event) {
                LOG.debugf("Says %s", event.type().typeName());
                Session.this.send(event, Tracing.here(entity.rawTraceparent()));
            }

            @Override
            public void timer(String name, Instant due) {
                timers.put(key + "\n" + name, new Row.Timer(key, name, due, false));
            }

            @Override
            public void timerAfterLog(String name, Instant due) {
                timers.put(key + "\n" + name, new Row.Timer(key, name, due, true));
            }

            @Override
            public void cancelTimer(String name) {
                timers.put(key + "\n" + name, new Row.TimerGone(key, name));
            }

            @Override
            public void task(String kind, String jsonBody, Instant notBefore) {
                tasks.add(new Row.Task(key, kind, jsonBody, notBefore, cause(entity)));
            }

            @Override
            public void afterCommit(Runnable what) {
                Session.this.afterCommit(what);
            }

            @Override
            public void hurry(String kind) {
                hurries.add(new Row.Hurry(key, kind, now));
            }

            @Override
            public Connection connection() {
                return connection;
            }
        };
    }

    /** What a task comes of, where spans tell; else it is its entity's like all others. */
    private static String cause(Entity entity) {
        return Tracing.isOn() ? Tracing.here(entity.rawTraceparent()) : null;
    }

    /** Sends an event that belongs to no entity, such as one about an unreadable message. */
    public void send(Event<?> event, String traceparent) {
        var headers = EventCodec.headers(event);
        if (traceparent != null) {
            headers.put(Traceparent.HEADER, traceparent);
        }
        var value = EventCodec.value(event.data());
        var size = value.length + sizeOf(headers);
        if (size > EventCodec.MAX_VALUE_BYTES) {
            // Here it costs one entity; in the outbox it would stop everybody.
            throw new IllegalArgumentException("an event of " + size + " bytes is too large to send");
        }
        outgoing.add(new Row.Outgoing(event.topic(), event.key(), Json.write(headers), value));
    }

    /** A till's own id, say, stands in a header as well. */
    private static int sizeOf(Map<String, String> headers) {
        return headers.entrySet().stream()
                .mapToInt(
                        header -> header.getKey().length() + header.getValue().getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    List<Entity> changedEntities() {
        return entities.values().stream().filter(Entity::changed).toList();
    }

    /** @param what such as counting: it may be lost, and fails nothing */
    public void afterCommit(Runnable what) {
        afterCommit.add(what);
    }

    List<Row.Outgoing> outgoing() {
        return outgoing;
    }

    List<Row> timers() {
        return List.copyOf(timers.values());
    }

    List<Runnable> afterCommit() {
        return afterCommit;
    }

    List<Row.Task> tasks() {
        return tasks;
    }

    List<Row.Hurry> hurries() {
        return hurries;
    }
}
