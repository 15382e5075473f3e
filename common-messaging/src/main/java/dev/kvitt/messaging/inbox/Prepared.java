package dev.kvitt.messaging.inbox;

import dev.kvitt.events.Event;
import dev.kvitt.events.Quarantined;
import dev.kvitt.messaging.Incoming;
import java.util.Optional;

/**
 * A message with all that is to be found out before anything is locked: sealing may have to ask another service for its
 * keys, and no sale may wait for that.
 *
 * @param quarantined to be sent when the message is unreadable; else absent
 */
record Prepared(Incoming message, Found found, Event<Quarantined> quarantined) {

    static Prepared of(Incoming message, Reader reader) {
        var found = reader.read(message);
        var quarantined =
                found instanceof Found.Unreadable unreadable ? reader.quarantined(message, unreadable.reason()) : null;
        return new Prepared(message, found, quarantined);
    }

    /** As if it were nothing to us. */
    Prepared passedOver() {
        return new Prepared(message, new Found.Nothing(), null);
    }

    /** Empty when there is nobody who would be told that the message is unreadable. */
    Optional<Prepared> toldToNobody() {
        return found instanceof Found.Unreadable unreadable
                        && unreadable.refused().isPresent()
                ? Optional.of(
                        new Prepared(message, new Found.Unreadable(unreadable.reason(), Optional.empty()), quarantined))
                : Optional.empty();
    }
}
