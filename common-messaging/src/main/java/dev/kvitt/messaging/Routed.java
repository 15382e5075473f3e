package dev.kvitt.messaging;

import dev.kvitt.events.Event;
import java.util.UUID;

/**
 * A message that found its entity.
 *
 * @param entityKey whose lock it needs and whose state it changes
 * @param eventId what makes a repetition a repetition; the handler's to choose, not always the sender's
 */
public record Routed(String entityKey, UUID eventId, Event<?> event) {}
