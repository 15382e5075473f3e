package dev.kvitt.messaging.inbox;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.Quarantined;
import dev.kvitt.events.Topics;
import dev.kvitt.events.UnknownEventTypeException;
import dev.kvitt.events.UnparkSale;
import dev.kvitt.events.UnreadableEventException;
import dev.kvitt.events.seal.NoSealingKeyException;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.events.seal.Sealer;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Handler;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.Unreadable;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Makes events of messages, and quarantines what is none. */
public final class Reader {

    /** The form of all keys that name a sale or a code; anything else cannot be locked or parked by. */
    private static final Pattern KEY = Pattern.compile("[0-9]{4,7}/[^\\p{Cntrl}\\p{Cs}\\uFFFD]{1,200}");

    private final String service;
    private final Handler handler;
    private final Sealer sealer;
    private final InstantSource clock;

    /** What a service reads: its handler's topics, and what operators decide about parked entities. */
    public static List<String> topics(Handler handler) {
        return Stream.concat(handler.topics().stream(), Stream.of(Topics.OPERATOR_COMMANDS))
                .distinct()
                .toList();
    }

    /** @param service the name of this service, such as {@code payment-service} */
    public Reader(String service, Handler handler, Sealer sealer, InstantSource clock) {
        this.service = service;
        this.handler = handler;
        this.sealer = sealer;
        this.clock = clock;
    }

    Found read(Incoming message) {
        try {
            var event = EventCodec.read(message.headers(), message.value());
            if (!event.topic().equals(handler.carries(message.topic()))) {
                return unreadable(message, "an event of the topic " + event.topic() + " does not belong here");
            }
            return event.data() instanceof UnparkSale unpark
                    ? new Found.Unpark(unpark.key(), event.id())
                    : route(message, event);
        } catch (UnknownEventTypeException e) {
            return unknown(message);
        } catch (UnreadableEventException e) {
            return unreadable(message, e.getMessage());
        }
    }

    /** All that an entity may remember a message by that was read, or refused because nobody could read it. */
    Set<UUID> idsOf(Incoming message, Routed routed) {
        var ids = new HashSet<>(handler.idsOf(routed));
        ids.add(routed.eventId());
        ids.add(Refusable.appliedId(message));
        return ids;
    }

    private Found route(Incoming message, Event<?> event) {
        try {
            return handler.route(event, message.origin())
                    .map(routed -> found(message, routed.readAt(message.origin())))
                    .orElseGet(Found.Nothing::new);
        } catch (RuntimeException | StackOverflowError e) {
            if (Failures.passing(e)) {
                throw e;
            }
            // Without an entity there is nothing to park, and the partition must go on. Nobody is told to do better: it
            // is our fault.
            return new Found.Unreadable("routing failed: " + Failures.reason(e), Optional.empty());
        }
    }

    private Found found(Incoming message, Routed routed) {
        return usable(routed.entityKey())
                ? new Found.Known(routed)
                : unreadable(message, "an event that names no sale and no code");
    }

    private Found unreadable(Incoming message, String reason) {
        var refused = handler.refusesUnreadable(message.topic()) && mayAsk(message)
                ? Refusable.of(message, reason)
                : Optional.<Unreadable>empty();
        return new Found.Unreadable(reason, refused);
    }

    /** Who may not speak for a sale is not to have anything said about it either. */
    private boolean mayAsk(Incoming message) {
        return usable(message.key()) && handler.mayAsk(message.topic(), message.key());
    }

    private static boolean usable(String key) {
        return key != null && KEY.matcher(key).matches();
    }

    private Found unknown(Incoming message) {
        // A newer operators' console may know more than we do; its commands hold nobody's sale up.
        if (message.topic().equals(Topics.OPERATOR_COMMANDS) || !handler.parksUnknownTypes(message.topic())) {
            return new Found.Nothing();
        }
        if (!usable(message.key())) {
            return unreadable(message, "an unknown event type under an unusable key");
        }
        if (!handler.mayAsk(message.topic(), message.key())) {
            return unreadable(message, "an unknown event type on a topic that may not speak for this sales unit");
        }
        var place = message.position().getBytes(StandardCharsets.UTF_8);
        return new Found.Unknown(message.key(), UUID.nameUUIDFromBytes(place));
    }

    /**
     * The body goes along sealed, or not at all: it may hold anything. May ask another service for its keys, so nothing
     * may be locked meanwhile.
     */
    Event<Quarantined> quarantined(Incoming message, String reason) {
        var id = UUID.nameUUIDFromBytes((service + message.position()).getBytes(StandardCharsets.UTF_8));
        var data = new Quarantined(
                service, message.topic(), message.partition(), message.offset(), reason, seal(message.value()));
        return new Event<>(id, "kvitt/" + service, clock.instant(), null, null, data);
    }

    private Sealed seal(byte[] body) {
        if (body == null || body.length > Sealed.MAX_LENGTH / 2) {
            return null;
        }
        try {
            return sealer.seal(Base64.getEncoder().encodeToString(body));
        } catch (NoSealingKeyException e) {
            // The message is still where it was read from; the reason and its place are what matters.
            return null;
        }
    }
}
