package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.Trace;
import dev.kvitt.messaging.Unreadable;
import dev.kvitt.messaging.store.Session;
import java.sql.SQLException;

/** Does what a message asks for, under the locks of its entity. */
final class Applying {

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
            case Found.Unknown unknown ->
                parking.park(session, prepared.message(), unknown, "unknown event type; upgrade Kvitt, then unpark");
            case Found.Unpark unpark -> unpark(session, unpark);
            case Found.Known known -> applyKnown(session, prepared.message(), known);
        }
    }

    /** Of what is not parked, nothing: another service may have parked it. */
    private void unpark(Session session, Found.Unpark unpark) throws SQLException {
        var entity = session.entity(unpark.entityKey());
        if (entity.apply(unpark.eventId()) && entity.parked()) {
            parking.unpark(session, reader, unpark.entityKey());
        }
    }

    private void refuse(Session session, Incoming message, Unreadable refused) {
        var entity = session.entity(refused.entityKey());
        entity.traceparentIfNone(Trace.of(message.headers().get(Trace.HEADER), refused.eventId()));
        if (entity.apply(Refusable.appliedId(refused))) {
            handler.onUnreadable(entity, refused, session.effects(refused.entityKey()));
        }
    }

    private void applyKnown(Session session, Incoming message, Found.Known known) throws SQLException {
        var routed = known.routed();
        var entity = session.entity(routed.entityKey());
        entity.traceparentIfNone(Trace.of(message.headers().get(Trace.HEADER), routed.eventId()));
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
