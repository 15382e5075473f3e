package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.LogContext;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.Unreadable;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.messaging.store.Session;
import dev.kvitt.tracing.Traced;
import dev.kvitt.tracing.Traceparent;
import dev.kvitt.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/** Does what a message asks for, under the locks of its entity. */
final class Applying {

    private static final Logger LOG = Logger.getLogger(Applying.class);

    private final Handler handler;
    private final Parking parking;
    private final Reader reader;

    Applying(Handler handler, Parking parking, Reader reader) {
        this.handler = handler;
        this.parking = parking;
        this.reader = reader;
    }

    void apply(Session session, Prepared prepared) throws SQLException {
        switch (prepared.found()) {
            case Found.Nothing _ -> {}
            case Found.Unreadable unreadable -> {
                session.send(prepared.quarantined(), null);
                unreadable.refused().ifPresent(refused -> refuse(session, prepared.message(), refused));
            }
            case Found.Unknown unknown -> parkUnknown(session, prepared.message(), unknown);
            case Found.Unpark unpark -> unpark(session, unpark);
            case Found.Known known -> applyKnown(session, prepared.message(), known);
        }
    }

    private void parkUnknown(Session session, Incoming message, Found.Unknown unknown) throws SQLException {
        var entity = session.entity(unknown.entityKey());
        entity.traceparentIfNone(Traceparent.of(message.headers().get(Traceparent.HEADER), unknown.eventId()));
        parking.park(session, message, unknown, "unknown event type; upgrade Kvitt, then unpark");
    }

    /** Of what is not parked, nothing: another service may have parked it. */
    private void unpark(Session session, Found.Unpark unpark) throws SQLException {
        var entity = session.entity(unpark.entityKey());
        var context = LogContext.of(unpark.entityKey(), entity.traceparent());
        try {
            if (entity.apply(unpark.eventId()) && entity.parked()) {
                parking.unpark(session, reader, unpark.entityKey());
            }
        } finally {
            context.end();
        }
    }

    private void refuse(Session session, Incoming message, Unreadable refused) {
        var entity = session.entity(refused.entityKey());
        entity.traceparentIfNone(Traceparent.of(message.headers().get(Traceparent.HEADER), refused.eventId()));
        var context = LogContext.of(refused.entityKey(), entity.traceparent());
        try {
            if (entity.apply(Refusable.appliedId(refused))) {
                handler.onUnreadable(entity, refused, session.effects(refused.entityKey()));
            }
        } finally {
            context.end();
        }
    }

    private void applyKnown(Session session, Incoming message, Found.Known known) throws SQLException {
        var routed = known.routed();
        var entity = session.entity(routed.entityKey());
        entity.traceparentIfNone(Traceparent.of(message.headers().get(Traceparent.HEADER), routed.eventId()));
        var type = routed.event().type().typeName();
        var span = span(message, type, entity);
        var context = LogContext.of(routed.entityKey(), entity.traceparent(), span);
        try {
            LOG.debugf("Reads %s at %s", type, message.position());
            applyKnown(session, message, routed, entity);
        } catch (RuntimeException | Error e) {
            span.failed(e);
            throw e;
        } finally {
            context.end();
        }
    }

    private static Traced span(Incoming message, String type, Entity entity) {
        var cause = message.headers().get(Traceparent.HEADER);
        return Tracing.begin(
                        SpanKind.CONSUMER, "apply " + type, entity.traceparent().orElse(""), cause)
                .with("messaging.destination.name", message.topic());
    }

    private void applyKnown(Session session, Incoming message, Routed routed, Entity entity) throws SQLException {
        if (!entity.parked()) {
            if (entity.apply(routed.eventId())) {
                handler.handle(entity, routed, session.effects(routed.entityKey()));
            }
            return;
        }
        if (!entity.hasApplied(routed.eventId())) {
            if (handler.handleWhileParked(entity, routed, session.effects(routed.entityKey()))) {
                entity.apply(routed.eventId());
            } else {
                parking.waitBehind(session, message, routed.entityKey(), routed.eventId());
            }
        }
    }
}
