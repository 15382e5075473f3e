package dev.kvitt.payment.simulation;

import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.payment.domain.Input;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the till asked for, and what it was answered. */
final class Requests {

    private final Map<UUID, Message> asked = new LinkedHashMap<>();
    private final Set<UUID> answered = new LinkedHashSet<>();

    void asked(Message message) {
        asked.put(message.id(), message);
    }

    /** The last word about a sale answers all that was asked before it; so does a new attempt, or the capture. */
    void answered(PaymentEvent event) {
        if (event instanceof RequestRefused refused) {
            answered.add(refused.causedBy());
        } else if (event instanceof PaymentRefunded refunded) {
            all(Input.RefundRequested.class).forEach(message -> answer(message, refunded));
            all(Input.Cancelled.class).forEach(message -> answer(message, refunded));
        } else {
            answered.addAll(asked.values().stream()
                    .filter(message -> !(message.input() instanceof Input.RefundRequested))
                    .map(Message::id)
                    .toList());
        }
    }

    private void answer(Message message, PaymentRefunded refunded) {
        var request = message.input() instanceof Input.RefundRequested(var asking, var _) ? asking : null;
        if (message.input() instanceof Input.Cancelled(var cancelling, var _)) {
            request = cancelling;
        }
        if (request != null && request.requestId().equals(refunded.requestId())) {
            answered.add(message.id());
        }
    }

    /** What nobody has answered; scans are nobody's request, and neither are an operator's orders. */
    List<String> unanswered() {
        return asked.values().stream()
                .filter(message -> message.input() instanceof Input.Confirmed
                        || message.input() instanceof Input.Cancelled
                        || message.input() instanceof Input.AttemptRequested
                        || message.input() instanceof Input.RefundRequested)
                .filter(message -> !answered.contains(message.id()))
                .map(Message::text)
                .toList();
    }

    <I extends Input> List<Message> all(Class<I> kind) {
        return asked.values().stream()
                .filter(message -> kind.isInstance(message.input()))
                .toList();
    }

    Message byId(UUID id) {
        return asked.get(id);
    }

    /** The most that was ever confirmed as sold. */
    long mostConfirmed() {
        return all(Input.Confirmed.class).stream()
                .map(message -> ((Input.Confirmed) message.input()).amount())
                .mapToLong(Money::value)
                .max()
                .orElse(0);
    }

    boolean any(Class<? extends Input> kind, Instant before) {
        return all(kind).stream().anyMatch(message -> message.writtenAt().isBefore(before));
    }

    /** A wrong clock, a database from yesterday, or a person who has to look first may have had a say in it. */
    boolean isDisturbed(Plan plan) {
        return !all(Input.Parked.class).isEmpty()
                || plan.has(Part.Lasting.PAYMENT_SERVICE_RESTORED)
                || plan.has(Part.Lasting.PAYMENT_CLOCK_FAST)
                || plan.has(Part.Lasting.PAYMENT_CLOCK_SLOW);
    }

    /** As far as the operator's own words go. */
    boolean isParked() {
        return last(Input.Parked.class).isAfter(last(Input.Unparked.class));
    }

    private Instant last(Class<? extends Input> kind) {
        return all(kind).stream()
                .map(Message::writtenAt)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    /** Somebody asked for another customer or attempt after that. */
    boolean anotherWantedAfter(Instant moment) {
        return asked.values().stream()
                .filter(message -> message.input() instanceof Input.AttemptRequested
                        || message.input() instanceof Input.CustomerPresented)
                .anyMatch(message -> message.writtenAt().isAfter(moment));
    }
}
