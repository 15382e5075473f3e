package dev.kvitt.operations.messaging;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.UnknownEventTypeException;
import dev.kvitt.events.UnreadableEventException;
import dev.kvitt.messaging.Failures;
import dev.kvitt.messaging.Incoming;
import dev.kvitt.operations.domain.Message;
import dev.kvitt.operations.domain.Usable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Takes what the ledger keeps out of a message. Of what nobody can read, nothing is kept but that it is there: it may hold
 * anything about a customer, and its body is at its place in Kafka still, and sealed in {@code quarantine}.
 */
final class MessageReader {

    static final String UNKNOWN_TYPE = "a type that this version does not know";

    private static final List<String> KEPT = List.of(
            "ce_specversion",
            "ce_id",
            "ce_source",
            "ce_type",
            "ce_time",
            "ce_subject",
            "ce_msn",
            "ce_tillid",
            "content-type",
            "traceparent");
    /** Of what nobody can read: only what says what it is called, when, and in which trace; a number of a phone fits none of them. */
    private static final Map<String, Pattern> KEPT_UNREAD = Map.of(
            "ce_type", Pattern.compile("[a-z]{1,40}(?:[.-][a-z]{1,40}){0,5}\\.v[0-9]{1,3}"),
            "ce_time", Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?Z"),
            "traceparent", Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"));

    private static final String PLAIN_MARKS = "._/+:-";
    /** A sales unit, and the name of a sale, a code or somebody else's payment. */
    private static final Pattern KEY = Pattern.compile("[0-9]{4,7}/[A-Za-z0-9][A-Za-z0-9-]{5,63}");

    private static final Pattern ANY_KEY = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,300}");

    private MessageReader() {}

    static Message read(Incoming message) {
        try {
            var event = EventCodec.read(message.headers(), message.value());
            return ANY_KEY.matcher(event.key()).matches()
                    ? readable(message, event)
                    : unreadable(message, "its key is none that a row can have");
        } catch (UnknownEventTypeException e) {
            return unreadable(message, UNKNOWN_TYPE);
        } catch (UnreadableEventException e) {
            return unreadable(message, e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            return unreadable(message, Failures.reason(e));
        }
    }

    private static Message readable(Incoming message, Event<?> event) {
        return new Message(
                event.key(),
                message.topic(),
                event.id(),
                event.type().typeName(),
                Usable.is(event.time()) ? event.time() : message.writtenAt(),
                event.source(),
                message.partition(),
                message.offset(),
                plain(message, "traceparent"),
                headers(message),
                EventCodec.value(event.data()),
                null);
    }

    private static Message unreadable(Incoming message, String reason) {
        var kept = headersOfUnread(message);
        return new Message(
                key(message),
                message.topic(),
                id(message),
                kept.get("ce_type"),
                time(message),
                null,
                message.partition(),
                message.offset(),
                kept.get("traceparent"),
                kept,
                null,
                reason);
    }

    private static String key(Incoming message) {
        return message.key() != null && KEY.matcher(message.key()).matches()
                ? message.key()
                : message.topic() + "/" + message.partition();
    }

    /** Not the sender's: two that nobody can read are two, whatever they call themselves. */
    private static UUID id(Incoming message) {
        return UUID.nameUUIDFromBytes(message.position().getBytes(StandardCharsets.UTF_8));
    }

    private static Instant time(Incoming message) {
        try {
            var time = message.headers().get("ce_time");
            return time == null || !Usable.is(Instant.parse(time)) ? message.writtenAt() : Instant.parse(time);
        } catch (DateTimeParseException e) {
            return message.writtenAt();
        }
    }

    private static Map<String, String> headers(Incoming message) {
        var kept = new LinkedHashMap<String, String>();
        for (var name : KEPT) {
            var value = plain(message, name);
            if (value != null) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    private static Map<String, String> headersOfUnread(Incoming message) {
        var kept = new TreeMap<String, String>();
        KEPT_UNREAD.forEach((name, pattern) -> {
            var value = message.headers().get(name);
            if (value != null && pattern.matcher(value).matches()) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    private static String plain(Incoming message, String name) {
        var value = message.headers().get(name);
        return value != null && isPlain(value) ? value : null;
    }

    private static boolean isPlain(String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            var letterOrDigit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!letterOrDigit && PLAIN_MARKS.indexOf(c) < 0) {
                return false;
            }
        }
        return !value.isEmpty() && value.length() <= 200;
    }
}
