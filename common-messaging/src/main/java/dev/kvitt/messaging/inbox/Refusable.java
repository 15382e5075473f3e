package dev.kvitt.messaging.inbox;

import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds out whose request a message is that nobody can read, from its key and headers. */
final class Refusable {

    /** The form of {@code msn/saleId}, so that no entity is made for a key that never becomes a sale. */
    private static final Pattern SALE = Pattern.compile("[0-9]{4,7}/[A-Za-z0-9][A-Za-z0-9-]{5,59}");

    private static final Pattern TILL_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Refusable() {}

    /** Empty when the key names no sale: nobody can be told. */
    static Optional<Unreadable> of(Incoming message, String reason) {
        var key = message.key();
        if (key == null || !SALE.matcher(key).matches()) {
            return Optional.empty();
        }
        var till = Optional.ofNullable(message.headers().get("ce_tillid"))
                .filter(text -> TILL_ID.matcher(text).matches());
        return Optional.of(
                new Unreadable(key, eventId(message), reason, till, LenientValue.requestId(message.value())));
    }

    private static UUID eventId(Incoming message) {
        var id = message.headers().getOrDefault("ce_id", "");
        return UUID_TEXT.matcher(id).matches() ? UUID.fromString(id) : named(message.position());
    }

    /**
     * What is remembered of a refusal. Not the event's own id: a till may put that of the request in {@code ce_id}, and
     * the request, once it is right, must not be taken for a repetition.
     */
    static UUID appliedId(Unreadable message) {
        return appliedId(message.eventId());
    }

    /** What is remembered where this message was refused, whether or not it can be read now. */
    static UUID appliedId(Incoming message) {
        return appliedId(eventId(message));
    }

    private static UUID appliedId(UUID eventId) {
        return named("unreadable:" + eventId);
    }

    private static UUID named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
