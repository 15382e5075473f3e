package dev.kvitt.messaging;

import dev.kvitt.events.Event;
import java.util.UUID;

/**
 * A message that found its entity.
 *
 * @param entityKey whose lock it needs and whose state it changes
 * @param eventId what makes a repetition a repetition; the handler's to choose, not always the sender's
 * @param origin where it was read; absent until the reader has filled it in
 */
public record Routed(String entityKey, UUID eventId, Event<?> event, Origin origin) {

    public Routed(String entityKey, UUID eventId, Event<?> event) {
        this(entityKey, eventId, event, null);
    }

    public Routed readAt(Origin where) {
        return new Routed(entityKey, eventId, event, where);
    }
}
