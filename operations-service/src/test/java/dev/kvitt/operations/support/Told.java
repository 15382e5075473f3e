package dev.kvitt.operations.support;

import dev.kvitt.events.Event;
import dev.kvitt.events.EventCodec;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Ids;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.operations.domain.Message;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The messages of a story, told one after the other. */
public final class Told {

    private final List<Message> messages = new ArrayList<>();
    private final List<Event<?>> events = new ArrayList<>();
    private final Map<String, Long> ends = new HashMap<>();
    private final Msn msn;
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");

    public Told(Msn msn) {
        this.msn = msn;
    }

    /** A second later than the one before. */
    public Told say(EventData data) {
        var id = data instanceof PaymentHappened fact
                ? Ids.webhook(fact.msn(), fact.reference(), fact.name(), fact.pspReference())
                : UUID.nameUUIDFromBytes((data.key() + " " + messages.size()).getBytes(StandardCharsets.UTF_8));
        var event = new Event<>(id, "kvitt/test", now, msn, null, data);
        now = now.plusSeconds(1);
        events.add(event);
        var offset = ends.merge(event.topic(), 1L, Long::sum) - 1;
        messages.add(new Message(
                event.key(),
                event.topic(),
                id,
                event.type().typeName(),
                event.time(),
                event.source(),
                0,
                offset,
                null,
                EventCodec.headers(event),
                EventCodec.value(data),
                null));
        return this;
    }

    public Told at(Instant time) {
        now = time;
        return this;
    }

    /** The id of the latest. */
    public UUID lastId() {
        return events.getLast().id();
    }

    public List<Message> messages() {
        return List.copyOf(messages);
    }

    public List<Event<?>> events() {
        return List.copyOf(events);
    }
}
