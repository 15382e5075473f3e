package dev.kvitt.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a service does with its events. All methods but {@link #route} run inside a transaction that holds the entity's
 * lock; none may block on anything but the database. An exception rolls the batch back, and when it comes again for the
 * same message alone, parks the entity.
 */
public interface Handler {

    /**
     * The topics to read. Besides them every service reads {@code operator.commands}, whose unparks it carries out by
     * itself; whatever else stands there goes to {@link #route} as well.
     */
    List<String> topics();

    /** Which entity an event is for; empty when this service has no use for it. */
    Optional<Routed> route(Event<?> event);

    /** As {@link #route(Event)}, for a handler to which it matters where the event was read. */
    default Optional<Routed> route(Event<?> event, Origin origin) {
        return route(event);
    }

    /**
     * All ids by which an entity may know a message that was routed before, where {@link Routed#eventId} depends on more than the
     * message, such as a registry that has changed since.
     */
    default Set<UUID> idsOf(Routed message) {
        return Set.of(message.eventId());
    }

    /** Which topic of the contract a topic carries; several may carry what points of sale ask for. */
    default String carries(String topic) {
        return topic;
    }

    /** Whether a topic that asks something of us may do so under this key. */
    default boolean mayAsk(String topic, String key) {
        return true;
    }

    /** Applies an event that was not applied before. */
    void handle(Entity entity, Routed message, Effects effects);

    /**
     * A timer of the entity is due. It is gone already; set it again to have it again. While the entity is parked only
     * {@link #timersWhileParked} come here; the others stay due until it is unparked.
     */
    default void onTimer(Entity entity, String name, Instant due, Effects effects) {
        throw new IllegalStateException("no timer " + name + " here");
    }

    /**
     * Applies an event to an entity that is parked, where it is a fact that must be recorded whatever else waits.
     *
     * @return false to have it wait behind what parked the entity
     */
    default boolean handleWhileParked(Entity entity, Routed message, Effects effects) {
        return false;
    }

    /** The names of the timers that fire also while their entity is parked, such as those that protect money. */
    default Set<String> timersWhileParked() {
        return Set.of();
    }

    /** Tells the world that the entity is parked. */
    default void onParked(Entity entity, String reason, Effects effects) {}

    /**
     * A message has begun to wait for the entity to be unparked: the one that parked it, after {@link #onParked}, or one
     * behind it. It is handled when the entity is unparked.
     *
     * @param type as its writer calls it, which we may not know; empty when it names none
     */
    default void onWaiting(Entity entity, String type, Effects effects) {}

    /** The entity is not parked any more, and all that waited has been handled. */
    default void onUnparked(Entity entity, Effects effects) {}

    /** Whether a type that we do not know on this topic asks something of us, so that its entity has to wait. */
    default boolean parksUnknownTypes(String topic) {
        return false;
    }

    /** Whether what nobody can read on this topic is somebody's request, so that it is refused and not only kept. */
    default boolean refusesUnreadable(String topic) {
        return false;
    }

    /**
     * Tells whoever wrote a message that nobody can read it; once for each event id, also while the entity is parked.
     * The message is quarantined whatever happens here: when this fails, nothing of it is written and nobody is told.
     */
    default void onUnreadable(Entity entity, Unreadable message, Effects effects) {}
}
