package dev.kvitt.operations.domain;

import dev.kvitt.events.CheckInEvent;
import dev.kvitt.events.EventData;
import dev.kvitt.events.OperationResult;
import dev.kvitt.events.OperatorCommand;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.Quarantined;
import dev.kvitt.events.ReceiptEvent;
import dev.kvitt.events.SkipRefused;
import dev.kvitt.events.VippsFact;
import java.util.Collection;
import java.util.List;

/** A sale's history, for people: every message once, in the order of the times that their senders give. */
public final class Timeline {

    private Timeline() {}

    public static List<TimelineEntry> of(Collection<Message> messages) {
        return Heard.of(messages).stream()
                .sorted(Heard.BY_TIME)
                .map(Timeline::entry)
                .toList();
    }

    /** What a message is called in {@link TimelineEntry#id}. */
    public static String id(Message message) {
        return message.topic() + ":" + message.eventId();
    }

    private static TimelineEntry entry(Heard heard) {
        var message = heard.message();
        var telling = heard.data() == null ? unreadable(message) : tell(heard.data());
        return new TimelineEntry(
                message.time(),
                message.topic(),
                message.type(),
                telling.title(),
                telling.text(),
                message.source(),
                SaleFold.traceId(message.traceparent()),
                telling.amount(),
                telling.level(),
                id(message));
    }

    private static Telling unreadable(Message message) {
        var why = message.unreadable() == null ? "it does not fit its type" : message.unreadable();
        return Telling.warn(
                "Message that cannot be read",
                "Nothing of it counts here: %s. It stands in Kafka at %s, partition %d, offset %d."
                        .formatted(why, message.topic(), message.partition(), message.offset()));
    }

    private static Telling tell(EventData data) {
        return switch (data) {
            case PointOfSaleEvent event -> PointOfSaleWords.of(event);
            case CheckInEvent event -> CheckInWords.of(event);
            case VippsFact fact -> VippsWords.of(fact);
            case PaymentCommand command -> CommandWords.of(command);
            case OperationResult result -> CommandWords.of(result);
            case SkipRefused refused -> CommandWords.of(refused);
            case PaymentEvent event -> PaymentWords.of(event);
            case ReceiptEvent event -> CheckInWords.of(event);
            case OperatorCommand command -> OperatorWords.of(command);
            case Quarantined quarantined ->
                Telling.warn("Put into quarantine", quarantined.service() + ": " + quarantined.reason() + ".");
        };
    }
}
