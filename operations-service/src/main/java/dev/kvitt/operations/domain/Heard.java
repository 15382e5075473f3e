package dev.kvitt.operations.domain;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventData;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * A message and what it says.
 *
 * @param event absent where nobody can read it
 */
record Heard(Message message, Event<?> event) {

    /** The order in which it stands in its topic. */
    static final Comparator<Heard> BY_PLACE = Comparator.comparing((Heard each) -> each.message.topic())
            .thenComparingInt(each -> each.message.partition())
            .thenComparingLong(each -> each.message.offset());

    /** The order in which it was said, by several clocks. */
    static final Comparator<Heard> BY_TIME = Comparator.comparing(Heard::at).thenComparing(BY_PLACE);

    /** Each message once, whatever their order and however often each is there; sorted by place. */
    static List<Heard> of(Collection<Message> messages) {
        var first = new HashMap<String, Heard>();
        messages.forEach(message ->
                first.merge(message.topic() + " " + message.eventId(), of(message), BinaryOperator.minBy(BY_PLACE)));
        return first.values().stream().sorted(BY_PLACE).toList();
    }

    private static Heard of(Message message) {
        if (message.body() == null || message.unreadable() != null) {
            return new Heard(message, null);
        }
        try {
            var event = EventCodec.read(message.headers(), message.body());
            return new Heard(message, Usable.is(event.data()) ? event : null);
        } catch (RuntimeException | StackOverflowError e) {
            return new Heard(message, null);
        }
    }

    Instant at() {
        return message.time();
    }

    /** Absent where nobody can read it. */
    EventData data() {
        return event == null ? null : event.data();
    }

    <T> Optional<T> as(Class<T> type) {
        return type.isInstance(data()) ? Optional.of(type.cast(data())) : Optional.empty();
    }
}
