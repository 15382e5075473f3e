package dev.kvitt.messaging;

import java.util.Optional;
import java.util.UUID;

/**
 * A message that nobody can read, but whose key names its sale, so that whoever wrote it can be told.
 *
 * @param entityKey {@code msn/saleId}, both well formed
 * @param eventId the sender's, where it is a UUID; else made from where the message stands
 * @param reason what is wrong; names fields only, never what stood in them
 * @param tillId as the header {@code ce_tillid} names it; empty when absent or no till id
 * @param requestId the sender's name of the request; empty when the value does not tell
 */
public record Unreadable(
        String entityKey, UUID eventId, String reason, Optional<String> tillId, Optional<String> requestId) {

    /** Without what the sender wrote: nobody has checked what it is. */
    @Override
    public String toString() {
        return "Unreadable[" + eventId + ": " + reason + "]";
    }
}
